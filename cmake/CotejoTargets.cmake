# cotejo_library(<folder> SOURCES … [LINK …] [OUTSIDE …]): the static library of one folder of
# lib/cotejo. LINK names lower folders; OUTSIDE outside libraries, used in .cpp files only.
function(cotejo_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;OUTSIDE")
  add_library(cotejo_${folder} STATIC ${arg_SOURCES})
  add_library(cotejo::${folder} ALIAS cotejo_${folder})
  set_target_properties(cotejo_${folder} PROPERTIES EXPORT_NAME ${folder})
  target_compile_features(cotejo_${folder} PUBLIC cxx_std_20)
  target_include_directories(cotejo_${folder} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/lib> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  list(TRANSFORM arg_LINK PREPEND cotejo::)
  target_link_libraries(cotejo_${folder}
    PUBLIC ${arg_LINK} PRIVATE ${arg_OUTSIDE} $<BUILD_INTERFACE:cotejo_warnings>)
  set_property(GLOBAL APPEND PROPERTY cotejo_folders ${folder})
endfunction()

# cotejo_unit_test(<folder> SOURCES … [LINK …]): the tests of one folder, one program each, linked
# to that folder alone, so that a hidden dependency upwards does not link.
function(cotejo_unit_test folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(unit_${folder} ${PROJECT_SOURCE_DIR}/tests/support/main.cpp ${arg_SOURCES})
  target_compile_definitions(unit_${folder} PRIVATE BOOST_TEST_DYN_LINK
    COTEJO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_include_directories(unit_${folder} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(unit_${folder} PRIVATE
    cotejo::${folder} ${arg_LINK} Boost::unit_test_framework cotejo_warnings)
  add_test(NAME unit.${folder} COMMAND unit_${folder})
endfunction()
