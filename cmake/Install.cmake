# What is installed: the libraries with their headers and a package for find_package(cotejo), the
# programs, the rules they look for beside themselves, manual pages, completions, documents.
include(CMakePackageConfigHelpers)

add_library(cotejo_cotejo INTERFACE)
add_library(cotejo::cotejo ALIAS cotejo_cotejo)
set_target_properties(cotejo_cotejo PROPERTIES EXPORT_NAME cotejo)
get_property(folders GLOBAL PROPERTY cotejo_folders)
list(TRANSFORM folders PREPEND cotejo:: OUTPUT_VARIABLE libraries)
target_link_libraries(cotejo_cotejo INTERFACE ${libraries})
list(TRANSFORM folders PREPEND cotejo_ OUTPUT_VARIABLE targets)

install(TARGETS cotejo_cotejo ${targets} EXPORT cotejo_targets)
install(EXPORT cotejo_targets FILE cotejoTargets.cmake NAMESPACE cotejo:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/cotejo)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/cotejo DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.hpp" PATTERN detail EXCLUDE PATTERN page EXCLUDE)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/cotejoConfig.cmake.in
  ${CMAKE_BINARY_DIR}/cotejoConfig.cmake INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/cotejo)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/cotejoConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/cotejoConfig.cmake ${CMAKE_BINARY_DIR}/cotejoConfigVersion.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/cotejo)

get_property(programs GLOBAL PROPERTY cotejo_programs)
install(TARGETS ${programs})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules ${CMAKE_BINARY_DIR}/share/cotejo/compiled
  DESTINATION ${CMAKE_INSTALL_DATADIR}/cotejo)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}
  FILES_MATCHING PATTERN "*.md" PATTERN "*.json" PATTERN man EXCLUDE)
install(DIRECTORY ${CMAKE_BINARY_DIR}/share/man ${CMAKE_BINARY_DIR}/share/bash-completion
  ${CMAKE_BINARY_DIR}/share/zsh ${CMAKE_BINARY_DIR}/share/fish
  DESTINATION ${CMAKE_INSTALL_DATADIR})
