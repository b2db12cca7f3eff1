# Nothing yet but the tools and the rules; see lib/CMakeLists.txt for the library's export.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules DESTINATION ${CMAKE_INSTALL_DATADIR}/cotejo)
