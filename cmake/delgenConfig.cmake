# The package delgen: delgen::delgen, delgen::annotations and delgen_differentiate().
include("${CMAKE_CURRENT_LIST_DIR}/delgenTargets.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/DelgenDifferentiate.cmake")
