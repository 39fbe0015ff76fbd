// What the parser of the matrix type refuses.
//
// RUN: delgen-opt %s --split-input-file --verify-diagnostics

// expected-error @+1 {{a size is not negative}}
func.func private @negative(!mx.matrix<-1 x n, f64>)

// -----

// expected-error @+1 {{expected 'x'}}
func.func private @one_size(!mx.matrix<n, f64>)

// -----

// expected-error @+1 {{expected ','}}
func.func private @no_element(!mx.matrix<m x n>)

// -----

// expected-error @+1 {{invalid kind of type specified}}
func.func private @integers(!mx.matrix<m x n, i32>)

// -----

// expected-error @+1 {{expected valid keyword}}
func.func private @text(!mx.matrix<"m" x n, f64>)

// -----

// expected-error @+1 {{a 1 x 1 matrix is a scalar: write 'f64'}}
func.func private @one_by_one(!mx.matrix<1 x 1, f64>)

// -----

// expected-error @+1 {{entries are f32 or f64, not 'f16'}}
func.func private @halves(!mx.matrix<m x n, f16>)
