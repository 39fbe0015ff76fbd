#include "check.h"
#include "energy.del.h"

int main() {
  return isNear(energy_d1_x(x, K, step), (K * x + K.transpose() * x).dot(step)) ? 0 : 1;
}
