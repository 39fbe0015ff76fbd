// Central differences of the loss in all fields, and what of an object is copied.
#include "structs.del.h"
#include <cstdio>
#include <type_traits>

int main() {
  net::Params p;
  p.W1 = Eigen::MatrixXd::Random(4, 3);
  p.b1 = Eigen::VectorXd::Random(4);
  p.out = {Eigen::MatrixXd::Random(2, 4), Eigen::VectorXd::Random(2)};
  p.unused = Eigen::ArrayXd::Random(5);
  p.gain = 1.5;
  p.repeats = 2;
  p.name = "mine";
  const Eigen::VectorXd x = Eigen::VectorXd::Random(3), y = Eigen::VectorXd::Random(2);

  static_assert(std::is_same_v<decltype(net::loss_grad_p(p, x, y)), net::Params>);
  const net::Params grad = net::loss_grad_p(p, x, y);
  net::Params grad_again;
  Eigen::VectorXd grad_x;
  const double value = net::loss_value_and_grad_p_x(p, x, y, grad_again, grad_x);

  double worst = std::abs(value - net::loss(p, x, y));
  const double h = 1e-5;
  auto compare = [&](double &entry, double own, double again) {
    const double before = entry;
    entry = before + h;
    const double ahead = net::loss(p, x, y);
    entry = before - h;
    const double behind = net::loss(p, x, y);
    entry = before;
    worst = std::max({worst, std::abs(own - (ahead - behind) / (2 * h)), std::abs(own - again)});
  };
  for (Eigen::Index i = 0; i < p.W1.size(); ++i)
    compare(p.W1.data()[i], grad.W1.data()[i], grad_again.W1.data()[i]);
  for (Eigen::Index i = 0; i < p.b1.size(); ++i)
    compare(p.b1(i), grad.b1(i), grad_again.b1(i));
  for (Eigen::Index i = 0; i < p.out.W.size(); ++i)
    compare(p.out.W.data()[i], grad.out.W.data()[i], grad_again.out.W.data()[i]);
  for (Eigen::Index i = 0; i < p.out.b.size(); ++i)
    compare(p.out.b(i), grad.out.b(i), grad_again.out.b(i));
  compare(p.gain, grad.gain, grad_again.gain);

  // What is not real is copied; what does not matter has a derivative of zero.
  const bool isCopied = grad.repeats == 2 && grad.squared && grad.name == "mine";
  const bool isZero = grad.unused.size() == 5 && (grad.unused == 0).all();
  std::printf("%s %s %s\n", worst < 1e-7 ? "good" : "WRONG", isCopied ? "good" : "WRONG",
              isZero ? "good" : "WRONG");
}
