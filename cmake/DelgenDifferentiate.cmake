# delgen_differentiate(<target> <header>... [CHECK])
#
# Generates <name>.del.h for each <name>.h before anything of <target> is compiled, and puts it
# on the target's include path. delgen reads the header with the target's own include
# directories, definitions and C++ standard, whether they are set before or after this call,
# here or by a library that it links. It runs again when the header, a header it includes, a
# flag or delgen itself has changed, and at no other time.
#
# With CHECK, a test of CTest verifies every generated function at random points: it builds the
# program that `delgen --emit=check` writes, with the target's flags and what it links, and runs it.
#
# For a library both headers are on the include path of the targets that link it, too.

cmake_policy(VERSION 3.21...3.25) # generator expressions in DEPFILE; CMP0116, whatever the caller sets

function(delgen_differentiate target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "CHECK" "" "")
  set(call "delgen_differentiate(${target})")
  if(NOT arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${call}: name at least one header")
  elseif(NOT TARGET "${target}")
    message(FATAL_ERROR "${call}: there is no such target; add it before this call")
  endif()
  get_target_property(directory "${target}" BINARY_DIR)
  if(NOT directory STREQUAL CMAKE_CURRENT_BINARY_DIR)
    message(FATAL_ERROR "${call}: call it in the directory that adds the target")
  endif()

  # Every target has its own copy, since every target may have its own flags.
  set(directory "${CMAKE_CURRENT_BINARY_DIR}/${target}_delgen")
  get_property(isMultiConfig GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
  if(isMultiConfig)
    string(APPEND directory "/$<CONFIG>")
  endif()
  get_target_property(outputs "${target}" DELGEN_OUTPUTS)
  if(NOT outputs)
    set(outputs "")
    _delgen_prepare("${target}" "${directory}")
  endif()

  foreach(name IN LISTS arg_UNPARSED_ARGUMENTS)
    cmake_path(ABSOLUTE_PATH name NORMALIZE OUTPUT_VARIABLE header)
    if(NOT EXISTS "${header}") # It may be generated itself, like the output of configure_file.
      cmake_path(ABSOLUTE_PATH name BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE
                 OUTPUT_VARIABLE generated)
      get_source_file_property(isGenerated "${generated}" GENERATED)
      if(NOT EXISTS "${generated}" AND NOT isGenerated)
        message(FATAL_ERROR "${call}: there is no ${header}")
      endif()
      set(header "${generated}")
    endif()

    cmake_path(GET header STEM LAST_ONLY stem)
    set(output "${directory}/${stem}.del.h")
    if(output IN_LIST outputs)
      message(FATAL_ERROR "${call}: two headers would be generated as ${stem}.del.h")
    endif()
    list(APPEND outputs "${output}")

    add_custom_command(
      OUTPUT "${output}"
      COMMAND delgen::delgen "${header}" -o "${output}" --depfile "${output}.d" -p "${directory}"
      DEPENDS "${header}" "${directory}/compile_flags.txt" delgen::delgen
      DEPFILE "${output}.d"
      COMMENT "Differentiating ${name}"
      VERBATIM)
    target_sources("${target}" PRIVATE "${output}")
    cmake_path(GET header PARENT_PATH parent) # The generated header includes "<name>.h".
    _delgen_include("${target}" "${parent}")
    if(arg_CHECK)
      _delgen_check("${target}" "${header}" "${output}" "${directory}")
    endif()
  endforeach()
  set_target_properties("${target}" PROPERTIES DELGEN_OUTPUTS "${outputs}")
endfunction()

# The program that tests what was generated from one header, and its test. It is built with all
# else, so that ctest only runs it.
function(_delgen_check target header output directory)
  cmake_path(GET header STEM LAST_ONLY stem)
  set(name "${target}_${stem}_check")
  set(source "${directory}/check_${stem}.cpp")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND delgen::delgen "${header}" --emit=check -Wno-delgen-nonsmooth -o "${source}"
            -p "${directory}"
    DEPENDS "${output}"
    COMMENT "Writing the check of ${stem}.del.h"
    VERBATIM)
  get_target_property(type "${target}" TYPE)
  set(interface "")
  if(type STREQUAL "INTERFACE_LIBRARY")
    set(interface INTERFACE_)
  endif()
  add_executable("${name}" "${source}" "${output}")
  foreach(property INCLUDE_DIRECTORIES COMPILE_DEFINITIONS COMPILE_OPTIONS COMPILE_FEATURES
                   LINK_LIBRARIES)
    set_property(TARGET "${name}"
                 PROPERTY ${property} "$<TARGET_PROPERTY:${target},${interface}${property}>")
  endforeach()
  set_property(TARGET "${name}" APPEND PROPERTY COMPILE_FEATURES cxx_std_17)
  add_test(NAME "${name}" COMMAND "${name}")
endfunction()

# What the target needs once, however many headers it has.
function(_delgen_prepare target directory)
  # Set as properties: target_link_libraries would have to know whether the project calls it
  # with keywords for this target.
  get_target_property(type "${target}" TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    set_property(TARGET "${target}" APPEND PROPERTY LINK_LIBRARIES delgen::annotations)
  endif()
  if(NOT type STREQUAL "EXECUTABLE")
    set_property(TARGET "${target}" APPEND PROPERTY INTERFACE_LINK_LIBRARIES delgen::annotations)
  endif()
  _delgen_include("${target}" "${directory}" BEFORE)
  _delgen_write_flags("${target}" "${directory}")
endfunction()

# Adds to the include path of the target and, for a library, of what links it.
function(_delgen_include target directory)
  get_target_property(type "${target}" TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    set(scope INTERFACE)
  elseif(type STREQUAL "EXECUTABLE")
    set(scope PRIVATE)
  else()
    set(scope PUBLIC)
  endif()
  target_include_directories("${target}" ${ARGN} ${scope} "$<BUILD_INTERFACE:${directory}>")
endfunction()

# The flags go through a file, one on a line, which is Clang's compile_flags.txt: only there may
# the target's properties hold $<COMPILE_LANGUAGE:...>, nothing needs quoting, and Make notices
# when one changes. Only what changes the meaning of a header is passed on; delgen has no use for
# warnings, optimisation, or what only another compiler knows.
function(_delgen_write_flags target directory)
  set(relevant "^-(D|U|I|isystem|iquote|idirafter|include|std=).")
  get_target_property(type "${target}" TYPE)
  set(interface "")
  if(type STREQUAL "INTERFACE_LIBRARY")
    set(interface INTERFACE_)
  endif()
  foreach(property INCLUDE_DIRECTORIES COMPILE_DEFINITIONS COMPILE_OPTIONS COMPILE_FEATURES)
    set(${property} "$<TARGET_PROPERTY:${target},${interface}${property}>")
  endforeach()

  # Generated code is C++17, so that is the least; the last -std counts.
  set(text "-std=c++17\n")

  foreach(config "" ${CMAKE_CONFIGURATION_TYPES} ${CMAKE_BUILD_TYPE})
    if(config STREQUAL "")
      set(flags "${CMAKE_CXX_FLAGS}")
    else()
      string(TOUPPER "${config}" CONFIG)
      set(flags "${CMAKE_CXX_FLAGS_${CONFIG}}")
    endif()
    # The flag and its argument may be two words: "-isystem directory".
    string(REGEX REPLACE "(^| )-(D|U|I|isystem|iquote|idirafter|include) +" "\\1-\\2" flags
                         "${flags}")
    separate_arguments(flags NATIVE_COMMAND "${flags}")
    list(FILTER flags INCLUDE REGEX "${relevant}")
    foreach(flag IN LISTS flags)
      if(config STREQUAL "")
        string(APPEND text "${flag}\n")
      else()
        string(APPEND text "$<$<CONFIG:${config}>:${flag}\n>")
      endif()
    endforeach()
  endforeach()
  if(CMAKE_SYSROOT)
    string(APPEND text "--sysroot=${CMAKE_SYSROOT}\n")
  endif()

  # The newest standard that the target asks for, by number or by feature.
  set(number "$<TARGET_PROPERTY:${target},CXX_STANDARD>")
  set(standard "")
  foreach(year 17 20 23 26)
    set(isAsked "$<OR:$<STREQUAL:${number},${year}>,$<IN_LIST:cxx_std_${year},${COMPILE_FEATURES}>>")
    set(standard "$<IF:${isAsked},${year},${standard}>")
  endforeach()
  set(extensions "$<TARGET_PROPERTY:${target},CXX_EXTENSIONS>")
  set(hasExtensions "$<OR:$<STREQUAL:${extensions},>,$<BOOL:${extensions}>>") # The default is ON.

  macro(append_each prefix list)
    string(APPEND text "$<$<BOOL:${list}>:${prefix}$<JOIN:${list},\n${prefix}>\n>")
  endmacro()
  append_each("-std=$<IF:${hasExtensions},gnu,c>++" "${standard}")
  append_each("" "$<FILTER:${COMPILE_OPTIONS},INCLUDE,${relevant}>")
  append_each("-D" "${COMPILE_DEFINITIONS}")
  append_each("-I" "$<REMOVE_DUPLICATES:${INCLUDE_DIRECTORIES}>")
  # CMake does not tell which of these are SYSTEM. For Eigen it matters: delgen reads the
  # bodies of functions elsewhere. What stands in both lists is taken from this one.
  append_each("-isystem" "$<$<TARGET_EXISTS:Eigen3::Eigen>:$<FILTER:$<TARGET_PROPERTY:Eigen3::Eigen,INTERFACE_INCLUDE_DIRECTORIES>,EXCLUDE,^/usr(/local)?/include/?$>>")
  file(GENERATE OUTPUT "${directory}/compile_flags.txt" CONTENT "${text}" TARGET "${target}"
       CONDITION $<COMPILE_LANGUAGE:CXX>)
endfunction()
