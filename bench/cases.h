//===- cases.h - What is measured -------------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table that joins functions, sizes and contenders.
//
//   PROBLEM(function, title, active, sizes, inputs...) says what a function is applied to; its
//   first `active` inputs may vary;
//   CASE(function, name, reading) what computes it, and what that reads off it.
//
// Every contender includes the table between definitions of its own of the two.
//
//===----------------------------------------------------------------------===//

// Not guarded: it is a table.

PROBLEM(quadratic, "xᵀAx", 1, squares, r.vector(n), r.matrix(n, n))
CASE(quadratic, quadratic_grad_x, Gradient<0>)
CASE(quadratic, quadratic_hvp_x, Hvp<0>)

PROBLEM(least_squares, "‖Ax − b‖²", 1, squares, r.vector(n), r.matrix(n, n), r.vector(n))
CASE(least_squares, least_squares_grad_x, Gradient<0>)
CASE(least_squares, least_squares_hvp_x, Hvp<0>)
CASE(least_squares, least_squares_hess_x, Hessian<0>)

PROBLEM(outer, "A x xᵀ B", 1, squares, r.vector(n), r.matrix(n, n), r.matrix(n, n))
CASE(outer, outer_d1_x, Del<0, 1>)
CASE(outer, outer_d2_x, Del<0, 2>)
CASE(outer, outer_d3_x, Del<0, 3>)

PROBLEM(ridge, "‖w − x/‖x‖‖²", 1, squares, r.vector(n), r.vector(n))
CASE(ridge, ridge_grad_x, Gradient<0>)
CASE(ridge, ridge_hvp_x, Hvp<0>)
CASE(ridge, ridge_d3_x, Del<0, 3>)

PROBLEM(gram, "AᵀA", 1, matrices, r.matrix(n, n))
CASE(gram, gram_d1_A, Del<0, 1>)
CASE(gram, gram_d2_A, Del<0, 2>)

PROBLEM(weighted_gram, "‖Aᵀ diag(w) A − C‖²", 2, matrices, r.matrix(n, n), r.vector(n),
        r.symmetric(n))
CASE(weighted_gram, weighted_gram_d1_w, Del<1, 1>)
CASE(weighted_gram, weighted_gram_grad_A, Gradient<0>)

PROBLEM(linear_network, "‖Y − W₂W₁X‖²", 2, layers, r.matrix(n, n), r.matrix(n, n), r.samples(n, m),
        r.samples(n, m))
CASE(linear_network, linear_network_value_and_grad_W1_W2, ValueAndGradient<0, 1>)
CASE(linear_network, linear_network_hvp_W1, Hvp<0>)

PROBLEM(tanh_network, "‖Y − W₂ tanh(W₁X)‖²", 2, layers, r.matrix(n, n), r.matrix(n, n),
        r.samples(n, m), r.samples(n, m))
CASE(tanh_network, tanh_network_value_and_grad_W1_W2, ValueAndGradient<0, 1>)
CASE(tanh_network, tanh_network_hvp_W1, Hvp<0>)

PROBLEM(log_det, "log det S", 1, matrices, r.definite(n))
CASE(log_det, log_det_grad_S, Gradient<0>)
CASE(log_det, log_det_d2_S, Del<0, 2>)

PROBLEM(quadratic_inverse, "bᵀS⁻¹b", 1, matrices, r.definite(n), r.vector(n))
CASE(quadratic_inverse, quadratic_inverse_grad_S, Gradient<0>)
CASE(quadratic_inverse, quadratic_inverse_d2_S, Del<0, 2>)

PROBLEM(marginal_likelihood, "Gaussian process", 1, matrices, r.kernel(), r.distances(n),
        r.vector(n))
CASE(marginal_likelihood, marginal_likelihood_value_and_grad_p, ValueAndGradient<0>)

PROBLEM(logistic, "logistic regression", 1, batches, r.vector(n), r.rows(m, n), r.signs(m), 0.1)
CASE(logistic, logistic_grad_x, Gradient<0>)
CASE(logistic, logistic_hvp_x, Hvp<0>)
CASE(logistic, logistic_hess_x, Hessian<0>)
CASE(logistic, logistic_value_and_grad_x, ValueAndGradient<0>)

PROBLEM(softmax, "softmax cross-entropy", 1, batches, r.matrix(n, n), r.samples(n, m),
        r.classes(n, m))
CASE(softmax, softmax_grad_W, Gradient<0>)
CASE(softmax, softmax_hvp_W, Hvp<0>)

PROBLEM(mixture, "Gaussian mixture", 3, mixtures, r.any(5), r.samples(n, 5), r.samples(n, 5),
        r.samples(n, m))
CASE(mixture, mixture_value_and_grad_alphas_means_Q, ValueAndGradient<0, 1, 2>)

PROBLEM(chain, "sin x ∘ exp(−x²)", 1, vectors, r.vector(n))
CASE(chain, chain_d1_x, Del<0, 1>)
CASE(chain, chain_d2_x, Del<0, 2>)
CASE(chain, chain_d3_x, Del<0, 3>)
CASE(chain, chain_d5_x, Del<0, 5>)
CASE(chain, chain_dir3_x, Directional<0, 3>)
CASE(chain, chain_dir5_x, Directional<0, 5>)

PROBLEM(reprojection, "pinhole reprojection", 1, fixedOnly, r.pose(), r.point(), 500.0)
CASE(reprojection, reprojection_jac_pose, Jacobian<0>)

PROBLEM(neo_hookean, "neo-Hookean energy", 1, fixedOnly, r.deformation(), 1.3, 0.7)
CASE(neo_hookean, neo_hookean_grad_F, Gradient<0>)
CASE(neo_hookean, neo_hookean_hess_F, Hessian<0>)
