# cmake -DOUT=… -DDIR=… -P embed.cmake: writes the files of the page as C++ string constants.
set(code "#include <cotejo/report/page/render_page.hpp>\n\nnamespace cotejo {\n")
foreach(part template:report.mustache style:report.css script:report.js index:index.mustache
             index_script:index.js)
  string(REPLACE ":" ";" part "${part}")
  list(GET part 0 name)
  list(GET part 1 file)
  file(READ ${DIR}/${file} bytes)
  string(APPEND code "\nconst std::string_view shipped_${name} = R\"page(${bytes})page\";\n")
endforeach()
file(WRITE ${OUT} "${code}\n}  // namespace cotejo\n")
