# The library as it is installed, the package files of those who build with it, and the package of the whole.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# The first number changes when programs must be built again.
add_library(gisa_shared SHARED)
set_target_properties(gisa_shared PROPERTIES OUTPUT_NAME gisa VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
target_include_directories(gisa_shared PUBLIC host/include)
target_link_libraries(gisa_shared PRIVATE gisa_objects)
# libutf8proc and others are shared libraries of their own: nothing of theirs is to be seen through this one.
target_link_options(gisa_shared PRIVATE -Wl,--exclude-libs,ALL $<$<NOT:$<BOOL:${GISA_SANITIZE}>>:-Wl,--no-undefined>)

# One object file in which only what gisa.h declares is global: a program that links it may have a gs_ of its own.
add_custom_command(OUTPUT archive/libgisa.a
  COMMAND ${CMAKE_COMMAND} -E make_directory archive
  COMMAND ${CMAKE_COMMAND} -E rm -f archive/libgisa.a
  COMMAND ${CMAKE_LINKER} -r -o archive/gisa.o $<TARGET_OBJECTS:gisa_objects>
  COMMAND ${CMAKE_OBJCOPY} --localize-hidden archive/gisa.o
  COMMAND ${CMAKE_AR} rcs archive/libgisa.a archive/gisa.o
  DEPENDS gisa_objects $<TARGET_OBJECTS:gisa_objects>
  COMMAND_EXPAND_LISTS VERBATIM)
add_custom_target(gisa_archive ALL DEPENDS archive/libgisa.a)

# The tree may be moved: a package is built under /usr/local and installed under /usr.
file(RELATIVE_PATH GISA_PREFIX_FROM_PC ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(host/gisa.pc.in gisa.pc @ONLY)
configure_package_config_file(host/gisa-config.cmake.in gisa-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gisa
  PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR)
write_basic_package_version_file(gisa-config-version.cmake COMPATIBILITY SameMinorVersion)

install(TARGETS gisa RUNTIME)
install(TARGETS gisa_shared LIBRARY)
install(FILES ${PROJECT_BINARY_DIR}/archive/libgisa.a DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES host/include/gisa.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${PROJECT_BINARY_DIR}/gisa.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(FILES ${PROJECT_BINARY_DIR}/gisa-config.cmake ${PROJECT_BINARY_DIR}/gisa-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gisa)
# host/cli/setup.c looks for them beside the program: ../share/gisa/plugins.
install(DIRECTORY plugins/ DESTINATION ${CMAKE_INSTALL_DATADIR}/gisa/plugins)
install(DIRECTORY examples/extractors DESTINATION ${CMAKE_INSTALL_DATADIR}/gisa/examples)

# The program tells of itself: its manual page and what shells complete.
foreach(kind man bash zsh fish)
  add_custom_command(OUTPUT manual/gisa.${kind}
    COMMAND ${CMAKE_COMMAND} -E make_directory manual
    COMMAND gisa manual ${kind} > manual/gisa.${kind}
    DEPENDS gisa)
endforeach()
add_custom_target(gisa_manual ALL DEPENDS manual/gisa.man manual/gisa.bash manual/gisa.zsh manual/gisa.fish)
install(FILES ${PROJECT_BINARY_DIR}/manual/gisa.man DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 RENAME gisa.1)
# Those of the library are made by scripts/generate-manual, which needs Python.
install(DIRECTORY host/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man3)
install(FILES ${PROJECT_BINARY_DIR}/manual/gisa.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME gisa)
install(FILES ${PROJECT_BINARY_DIR}/manual/gisa.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _gisa)
install(FILES ${PROJECT_BINARY_DIR}/manual/gisa.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "the authors of gisa <gisa@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "facts from news articles, with the bytes they came from")
set(CPACK_PACKAGE_DESCRIPTION "A scriptable extraction host in C with extractors in Lua.\n Command, library, header, manual pages and extractors of Korean news.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
include(CPack)
