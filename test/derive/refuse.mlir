// What has no tangent rule is refused where it stands, if it is active.
//
// RUN: delgen-opt %s --split-input-file --verify-diagnostics --mx-differentiate

func.func @active(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "active", mx.del = [array<i64: 0>]} {
  // expected-error @+1 {{no tangent rule for 'arith.mulf'}}
  %0 = arith.mulf %a, %a : f64
  return %0 : f64
}

// -----

func.func @inactive(%a: f64 {mx.name = "a"}, %b: f64 {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "inactive", mx.del = [array<i64: 0>]} {
  %0 = arith.mulf %b, %b : f64
  %1 = mx.mul %a, %0 : f64, f64
  return %1 : f64
}

// -----

// The operation stands in a function that is called.
func.func @called(%a: f64 {mx.name = "a"}) -> f64 attributes {mx.cpp_name = "called"} {
  // expected-error @+1 {{no tangent rule for 'arith.negf'}}
  %0 = arith.negf %a : f64
  return %0 : f64
}
func.func @caller(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "caller", mx.del = [array<i64: 0>]} {
  %0 = mx.call @called(%a) : (f64) -> f64
  return %0 : f64
}

// -----

// expected-error @+1 {{'recursive' cannot be differentiated: it calls itself}}
func.func @recursive(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "recursive", mx.del = [array<i64: 0>]} {
  %0 = mx.call @recursive(%a) : (f64) -> f64
  return %0 : f64
}

// -----

// expected-error @+1 {{'ping' cannot be differentiated: it calls itself}}
func.func @ping(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "ping", mx.del = [array<i64: 0>]} {
  %0 = mx.call @pong(%a) : (f64) -> f64
  return %0 : f64
}
func.func @pong(%a: f64 {mx.name = "a"}) -> f64 attributes {mx.cpp_name = "pong"} {
  %0 = mx.call @ping(%a) : (f64) -> f64
  return %0 : f64
}

// -----

// expected-note @+1 {{'unknown' is declared here}}
func.func private @unknown(f64 {mx.name = "a"}) -> f64 attributes {mx.cpp_name = "unknown"}
func.func @calls_unknown(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "calls_unknown", mx.del = [array<i64: 0>]} {
  // expected-error @+1 {{the body of 'unknown' is not read, and its derivative 'unknown_d1_a' is not written}}
  %0 = mx.call @unknown(%a) : (f64) -> f64
  return %0 : f64
}

// -----

// expected-error @+1 {{'two' cannot be differentiated: it has not one result}}
func.func @two(%a: f64 {mx.name = "a"}) -> (f64, f64)
    attributes {mx.cpp_name = "two", mx.del = [array<i64: 0>]} {
  return %a, %a : f64, f64
}

// -----

// expected-error @+1 {{a request names parameter 1 of 1}}
func.func @beyond(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "beyond", mx.del = [array<i64: 0, 1>]} {
  return %a : f64
}

// -----

// expected-error @+1 {{a request perturbs parameter 0, which is not real}}
func.func @integer(%i: index {mx.name = "i"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "integer", mx.del = [array<i64: 0>]} {
  %0 = mx.element %x[%i, %i] : <n x 1, f64>
  return %0 : f64
}

// -----

// expected-error @+1 {{a request lists the parameters to perturb, not array<i64>}}
func.func @nothing(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "nothing", mx.del = [array<i64>]} {
  return %a : f64
}

// -----

// It stands in results only.
func.func @columnwise(%a: !mx.matrix<k x p, f64> {mx.name = "a"}) -> !mx.matrix<k x p, f64>
    attributes {mx.cpp_name = "columnwise", mx.del = [array<i64: 0>]} {
  // expected-error @+1 {{no tangent rule for 'mx.columnwise'}}
  %0 = mx.columnwise %a : !mx.matrix<k x p, f64> -> <k x p, f64> {
  ^bb0(%m: !mx.matrix<m x n, f64>):
    %1 = mx.transpose %m : !mx.matrix<m x n, f64>
    mx.yield %1 : !mx.matrix<n x m, f64>
  }
  return %0 : !mx.matrix<k x p, f64>
}

// -----

// expected-error @+1 {{a function without a body is asked for its derivatives}}
func.func private @bodiless(f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "bodiless", mx.del = [array<i64: 0>]}

// -----

// expected-error @+1 {{not a request: "all"}}
func.func @no_request(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "no_request", mx.requests = ["all"]} {
  return %a : f64
}

// -----

// expected-error @+1 {{a function that does not return a scalar has no gradient}}
func.func @no_scalar(%a: !mx.matrix<n x 1, f64> {mx.name = "a"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "no_scalar", mx.requests = [{what = "gradient", of = array<i64: 0>}]} {
  return %a : !mx.matrix<n x 1, f64>
}
