// The derivatives of loops and choices are right, by the program that checks them.
//
// RUN: rm -rf %t && mkdir %t
// RUN: delgen %S/iterations.h -o %t/iterations.del.h -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: delgen %S/iterations.h --emit=check -o %t/check.cpp -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: %cxx_clang %law_flags -std=c++20 %t/check.cpp -o %t/check
// RUN: %t/check
