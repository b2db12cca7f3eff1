#include <cotejo/base/sha256.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(base_sha256)

// FIPS 180-4, examples of the standard.
BOOST_AUTO_TEST_CASE(the_standards_examples_hold) {
  BOOST_TEST(cotejo::sha256("") ==
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(cotejo::sha256("abc") ==
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(pieces_count_as_one_text) {
  cotejo::Sha256 run;
  run.add("a");
  run.add("bc");
  BOOST_TEST(run.hex() == cotejo::sha256("abc"));
}

BOOST_AUTO_TEST_CASE(the_digest_is_what_the_digits_say) {
  cotejo::Sha256 run;
  run.add("abc");
  const cotejo::Sha256Digest digest = run.digest();
  BOOST_TEST(digest.front() == 0xba);
  BOOST_TEST(digest.back() == 0xad);
}

BOOST_AUTO_TEST_SUITE_END()
