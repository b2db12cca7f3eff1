# The warnings every target of the project is built with. Linked PRIVATE, so users do not get them.
add_library(cotejo_warnings INTERFACE)
target_compile_options(cotejo_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wdouble-promotion -Wformat=2
  -Wimplicit-fallthrough -Wextra-semi -Wswitch-enum
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast
    -Wsuggest-override
    -Wno-restrict>  # g++ 12 -O2 takes "x" + std::string for overlapping memory
  # clang 19 looks into the stable_sort of libstdc++ 12, which calls what C++17 deprecates.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
)
if(PROJECT_IS_TOP_LEVEL)
  target_compile_options(cotejo_warnings INTERFACE -Werror)
endif()
