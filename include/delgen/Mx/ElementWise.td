//===- ElementWise.td - The table of element-wise functions ----*- tablegen -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One row per function of one real variable. `derivative` is s′ at a, written with `a`
// and the value y = s(a); `*` multiplies entry by entry. Powers are not here: x², √x, 1/x
// and the like are mx.pow.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_ELEMENTWISE_TD
#define DELGEN_MX_ELEMENTWISE_TD

class Function<string cppName, string derivativeRule, string lawText, string latexName> {
  string name = NAME;
  string cpp = cppName;
  string scalar = "std::" # cppName # "({0})"; // on scalars; SCALAR stands for their type
  string derivative = derivativeRule; // s′(a), an Entry
  string law = lawText;               // s′(a) as the reference page prints it
  string text = cppName;              // NAME a in comments
  string latex = latexName;
  string array = "." # cppName # "()"; // suffix on arrays; SCALAR stands for the entry type, ENTRY
                                       // for the parameter of a lambda
  string header = "";                  // what its C++ needs besides cmath
  string kinks = "";                   // where s is defined and not differentiable
  string domain = "ℝ";
}

defset list<Function> functions = {
  def exp   : Function<"exp", "y", "exp a", "\\exp">;
  def log   : Function<"log", "pow(a, -1)", "1/a", "\\log"> { let domain = "a > 0"; }
  def log1p : Function<"log1p", "pow(1 + a, -1)", "1/(1 + a)", "\\operatorname{log1p}"> { let domain = "a > −1"; }
  def expm1 : Function<"expm1", "exp(a)", "exp a", "\\operatorname{expm1}">;
  def sin   : Function<"sin", "cos(a)", "cos a", "\\sin">;
  def cos   : Function<"cos", "-sin(a)", "−sin a", "\\cos">;
  def tan   : Function<"tan", "1 + pow(y, 2)", "1 + tan²a", "\\tan"> { let domain = "a ≠ π/2 + kπ"; }
  def asin  : Function<"asin", "pow(1 - pow(a, 2), -0.5)", "(1 − a²)^(−1/2)", "\\arcsin"> { let domain = "−1 ≤ a ≤ 1"; }
  def acos  : Function<"acos", "-pow(1 - pow(a, 2), -0.5)", "−(1 − a²)^(−1/2)", "\\arccos"> { let domain = "−1 ≤ a ≤ 1"; }
  def atan  : Function<"atan", "pow(1 + pow(a, 2), -1)", "1/(1 + a²)", "\\arctan">;
  def sinh  : Function<"sinh", "cosh(a)", "cosh a", "\\sinh">;
  def cosh  : Function<"cosh", "sinh(a)", "sinh a", "\\cosh">;
  def tanh  : Function<"tanh", "1 - pow(y, 2)", "1 − tanh²a", "\\tanh">;
  def cbrt  : Function<"cbrt", "(1.0 / 3) * pow(y, -2)", "⅓ (∛a)⁻²", "\\sqrt[3]"> {
    let array = ".unaryExpr([](SCALAR ENTRY) { return std::cbrt(ENTRY); })";
    let kinks = "0, where the derivative is infinite";
  }
  def erf   : Function<"erf", "std::numbers::inv_sqrtpi * 2 * exp(-pow(a, 2))", "2/√π exp(−a²)", "\\operatorname{erf}"> {
    let array = ".unaryExpr([](SCALAR ENTRY) { return std::erf(ENTRY); })";
  }
  def erfc  : Function<"erfc", "std::numbers::inv_sqrtpi * -2 * exp(-pow(a, 2))", "−2/√π exp(−a²)", "\\operatorname{erfc}"> {
    let array = ".unaryExpr([](SCALAR ENTRY) { return std::erfc(ENTRY); })";
  }
  def asinh : Function<"asinh", "pow(1 + pow(a, 2), -0.5)", "(1 + a²)^(−1/2)", "\\operatorname{arsinh}"> {
    let array = ".unaryExpr([](SCALAR ENTRY) { return std::asinh(ENTRY); })";
  }
  def acosh : Function<"acosh", "pow(a - 1, -0.5) * pow(a + 1, -0.5)", "(a − 1)^(−1/2) (a + 1)^(−1/2)", "\\operatorname{arcosh}"> {
    let array = ".unaryExpr([](SCALAR ENTRY) { return std::acosh(ENTRY); })";
    let domain = "a ≥ 1";
    let kinks = "1, where the derivative is infinite";
  }
  def atanh : Function<"atanh", "pow(1 - pow(a, 2), -1)", "1/(1 − a²)", "\\operatorname{artanh}"> {
    let array = ".unaryExpr([](SCALAR ENTRY) { return std::atanh(ENTRY); })";
    let domain = "−1 < a < 1";
  }
  def logistic : Function<"logistic", "y * logistic(-a)", "σ(a) σ(−a)", "\\sigma"> {
    let scalar = "1 / (1 + std::exp(-{0}))";
    let text = "σ";
  }
  def softplus : Function<"softplus", "logistic(a)", "σ(a)", "\\operatorname{softplus}"> {
    let header = "algorithm";
    let scalar = "std::max<SCALAR>({0}, 0) + std::log1p(std::exp(-std::abs({0})))";
    let array = ".unaryExpr([](SCALAR ENTRY) {"
                " return std::max<SCALAR>(ENTRY, 0) + std::log1p(std::exp(-std::abs(ENTRY))); })";
  }
  def abs   : Function<"abs", "sign(a)", "sign a", "\\operatorname{abs}"> {
    let kinks = "0, where 0 is returned";
  }
  def sign  : Function<"sign", "a.zero()", "0", "\\operatorname{sign}"> {
    let scalar = "static_cast<SCALAR>(({0} > 0) - ({0} < 0))";
    let kinks = "0, where it jumps; 0 is returned";
  }
  def floor : Function<"floor", "a.zero()", "0", "\\operatorname{floor}"> {
    let kinks = "whole numbers, where it jumps; 0 is returned";
  }
  def ceil  : Function<"ceil", "a.zero()", "0", "\\operatorname{ceil}"> {
    let kinks = "whole numbers, where it jumps; 0 is returned";
  }
  def trunc : Function<"trunc", "a.zero()", "0", "\\operatorname{trunc}"> {
    let array = ".unaryExpr([](SCALAR ENTRY) { return std::trunc(ENTRY); })";
    let kinks = "whole numbers other than 0, where it jumps; 0 is returned";
  }
  def rint  : Function<"rint", "a.zero()", "0", "\\operatorname{rint}"> {
    let kinks = "halves of odd numbers, where it jumps; 0 is returned";
  }
  def round : Function<"round", "a.zero()", "0", "\\operatorname{round}"> {
    let kinks = "halves of odd numbers, where it jumps; 0 is returned";
  }
}

#endif // DELGEN_MX_ELEMENTWISE_TD
