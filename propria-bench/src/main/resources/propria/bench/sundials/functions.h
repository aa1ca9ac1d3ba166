/* Elementary functions of the model language that C does not have. Included before the generated model. */
#include <math.h>

static inline double power1(double x) { return x; }
static inline double power2(double x) { return x * x; }
static inline double power3(double x) { return x * x * x; }
static inline double power4(double x) { const double s = x * x; return s * s; }
static inline double power5(double x) { const double s = x * x; return s * s * x; }
static inline double power6(double x) { const double s = x * x; return s * s * s; }
static inline double power7(double x) { const double s = x * x; return s * s * s * x; }
static inline double power8(double x) { const double s = x * x; return (s * s) * (s * s); }
static inline double log_of(double base, double x) { return base == 10 ? log10(x) : log(x) / log(base); }
static inline double root_of(double degree, double x) {
  if (degree == 2) return sqrt(x);
  if (degree == 3) return cbrt(x);
  return x < 0 && fabs(fmod(degree, 2)) == 1 ? -pow(-x, 1 / degree) : pow(x, 1 / degree);
}
static inline double quotient_of(double a, double b) { return trunc(a / b); }
static inline double rem_of(double a, double b) { return fmod(a, b); }
static inline double factorial_of(double n) { return n < 0 || n != rint(n) ? NAN : rint(tgamma(n + 1)); }
static inline double sec_of(double x) { return 1 / cos(x); }
static inline double csc_of(double x) { return 1 / sin(x); }
static inline double cot_of(double x) { return 1 / tan(x); }
static inline double sech_of(double x) { return 1 / cosh(x); }
static inline double csch_of(double x) { return 1 / sinh(x); }
static inline double coth_of(double x) { return 1 / tanh(x); }
static inline double arcsec_of(double x) { return acos(1 / x); }
static inline double arccsc_of(double x) { return asin(1 / x); }
static inline double arccot_of(double x) { return atan(1 / x); }
static inline double arcsech_of(double x) { return acosh(1 / x); }
static inline double arccsch_of(double x) { return asinh(1 / x); }
static inline double arccoth_of(double x) { return atanh(1 / x); }
