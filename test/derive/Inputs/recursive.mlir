func.func @twice(%x: f64 {mx.name = "x"}) -> f64 attributes {mx.cpp_name = "twice", mx.requests = [{what = "gradient", of = array<i64: 0>}]} {
  %0 = mx.call @twice(%x) : (f64) -> f64
  return %0 : f64
}
