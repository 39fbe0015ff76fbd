// The derivatives of loops and choices are right, by the program that checks them.
//
// RUN: rm -rf %t && mkdir %t
// RUN: delgen %S/iterations.h -o %t/iterations.del.h -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: delgen %S/iterations.h --emit=check -o %t/check.cpp -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: %cxx_clang -O0 %warnings -std=c++20 -I%t -I%S -I%delgen_include -isystem %eigen %t/check.cpp -o %t/check
// RUN: %t/check
