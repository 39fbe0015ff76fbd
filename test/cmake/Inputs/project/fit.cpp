#include "check.h"
#include "energy.del.h"
#include "losses.del.h"

int main() {
  bool right = isNear(least_squares_d1_x(x, A, b, step), 2 * (A * x - b).dot(A * step)) &&
               isNear(energy_d1_x(x, K, step), (K * x + K.transpose() * x).dot(step));
  return right ? 0 : 1;
}
