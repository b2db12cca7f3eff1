# Installs the build into a fresh prefix, builds a small project against it and runs that, and runs
# an installed tool from there: it must find its rules beside itself.
set(work ${BUILD}/install-test)
file(REMOVE_RECURSE ${work})
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    string(JOIN " " command ${ARGV})
    message(FATAL_ERROR "${command}: status ${status}\n${out}")
  endif()
endfunction()
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${work}/prefix)
run(${CMAKE_COMMAND} -S ${SOURCE} -B ${work}/consumer -G Ninja -DCMAKE_BUILD_TYPE=${TYPE}
  -DCMAKE_CXX_COMPILER=${CXX} "-DCMAKE_CXX_FLAGS=${FLAGS}" -DCMAKE_PREFIX_PATH=${work}/prefix)
run(${CMAKE_COMMAND} --build ${work}/consumer)
run(${work}/consumer/consumer ${work}/prefix/share/cotejo/rules)
file(WRITE ${work}/note.txt "Ana Ruiz dijo: “No habrá obras”.\n")
run(${work}/prefix/bin/cotejo quotes --language es ${work}/note.txt)
run(${work}/prefix/bin/cotejo verify --language es ${work}/note.txt)
foreach(file share/man/man1/cotejo-quotes.1 share/bash-completion/completions/cotejo-quotes
             share/zsh/site-functions/_cotejo-quotes
             share/fish/vendor_completions.d/cotejo-quotes.fish share/doc/cotejo/records.md)
  if(NOT EXISTS ${work}/prefix/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()
file(REMOVE_RECURSE ${work})
