// erf: 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x. Rational minimax approximations: x + x P(x^2)/Q(x^2) near 0,
// erf(1) + P/Q of |x| - 1 around 1, and 1 - e^(-x^2) e^(-0.5625 + R/S of 1/x^2) / |x| from 1.25 on.
// FreeBSD msun s_erf.c (Sun Microsystems, fdlibm, 1993).

import { exp } from './exponential.ts';

/** erf(x) / x - 1 for |x| below 0.84375, where z = x^2. */
function pastLinear(z: number): number {
  const numerator =
    0.12837916709551256 +
    z * (-0.3250421072470015 + z * (-0.02848174957559851 + z * (-0.005770270296489442 + z * -2.3763016656650163e-5)));
  const denominator =
    1 +
    z *
      (0.39791722395915535 +
        z *
          (0.0650222499887673 + z * (0.005081306281875766 + z * (0.00013249473800432164 + z * -3.960228278775368e-6))));
  return numerator / denominator;
}

/** erf(1 + s) - 0.8450629115104675 for s from -0.15625 to 0.25. */
function aroundOne(s: number): number {
  const numerator =
    -0.0023621185607526594 +
    s *
      (0.41485611868374833 +
        s *
          (-0.3722078760357013 +
            s *
              (0.31834661990116175 +
                s * (-0.11089469428239668 + s * (0.035478304325618236 + s * -0.002166375594868791)))));
  const denominator =
    1 +
    s *
      (0.10642088040084423 +
        s *
          (0.540397917702171 +
            s *
              (0.07182865441419627 +
                s * (0.12617121980876164 + s * (0.01363708391202905 + s * 0.011984499846799107)))));
  return numerator / denominator;
}

/** log(x erfc(x)) + x^2 + 0.5625 for x from 1.25 to 1/0.35, where s = 1 / x^2. */
function nearTail(s: number): number {
  const numerator =
    -0.009864944034847148 +
    s *
      (-0.6938585727071818 +
        s *
          (-10.558626225323291 +
            s *
              (-62.375332450326006 +
                s *
                  (-162.39666946257347 +
                    s * (-184.60509290671104 + s * (-81.2874355063066 + s * -9.814329344169145))))));
  const denominator =
    1 +
    s *
      (19.651271667439257 +
        s *
          (137.65775414351904 +
            s *
              (434.56587747522923 +
                s *
                  (645.3872717332679 +
                    s *
                      (429.00814002756783 +
                        s * (108.63500554177944 + s * (6.570249770319282 + s * -0.0604244152148581)))))));
  return numerator / denominator;
}

/** The same for x from 1/0.35 on. */
function farTail(s: number): number {
  const numerator =
    -0.0098649429247001 +
    s *
      (-0.799283237680523 +
        s *
          (-17.757954917754752 +
            s * (-160.63638485582192 + s * (-637.5664433683896 + s * (-1025.0951316110772 + s * -483.5191916086514)))));
  const denominator =
    1 +
    s *
      (30.33806074348246 +
        s *
          (325.7925129965739 +
            s *
              (1536.729586084437 +
                s *
                  (3199.8582195085955 +
                    s * (2553.0504064331644 + s * (474.52854120695537 + s * -22.44095244658582))))));
  return numerator / denominator;
}

/** erfc(x) for x from 1.25 to 6. */
function complement(x: number): number {
  const s = 1 / (x * x);
  // The square of a number of 24 bits is exact; what was cut off goes into the second exponential.
  const short = Math.fround(x);
  const rest = (short - x) * (short + x) + (x < 1 / 0.35 ? nearTail(s) : farTail(s));
  return (exp(-short * short - 0.5625) * exp(rest)) / x;
}

/** The error function, within 1 ulp. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.84375) return x + x * pastLinear(x * x);
  if (size < 1.25) {
    const growth = aroundOne(size - 1);
    return x > 0 ? 0.8450629115104675 + growth : -0.8450629115104675 - growth;
  }
  // From 6 on the result rounds to 1.
  const tail = size < 6 ? complement(size) : size >= 6 ? 0 : Number.NaN;
  return x < 0 ? tail - 1 : 1 - tail;
}
