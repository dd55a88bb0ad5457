package io.hushgate.rego.builtin.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Prints a {@code double} as Go's {@code strconv.FormatFloat} does. */
public final class GoFloat {
    private static final int MANTISSA_BITS = 52;

    private GoFloat() {}

    /**
     * Prints a finite number.
     *
     * @param verb one of {@code e E f g G b x X}
     * @param precision digits after the point, for {@code g} all digits; -1 for as few as tell the
     *     number from its neighbours
     */
    public static String format(double value, char verb, int precision) {
        if (verb == 'b') {
            return binary(value);
        }
        if (verb == 'x' || verb == 'X') {
            String text = hexadecimal(value, precision);
            return verb == 'X' ? text.toUpperCase(Locale.ROOT) : text;
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        BigDecimal magnitude =
                precision < 0
                        ? new BigDecimal(Double.toString(Math.abs(value)))
                        : new BigDecimal(Math.abs(value));
        return sign
                + switch (verb) {
                    case 'e' -> scientific(magnitude, precision, 'e');
                    case 'E' -> scientific(magnitude, precision, 'E');
                    case 'f' -> plain(magnitude, precision);
                    case 'g' -> general(magnitude, precision, 'e');
                    case 'G' -> general(magnitude, precision, 'E');
                    default -> throw new IllegalArgumentException("no such verb: " + verb);
                };
    }

    private static String plain(BigDecimal value, int precision) {
        return precision < 0
                ? strip(value).toPlainString()
                : value.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(BigDecimal value, int precision, char mark) {
        BigDecimal rounded =
                precision < 0
                        ? strip(value)
                        : value.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        int wanted = precision < 0 ? digits.length() : precision + 1;
        if (digits.length() < wanted) {
            digits += "0".repeat(wanted - digits.length());
        }
        digits = digits.substring(0, wanted);
        return digits.charAt(0)
                + (wanted > 1 ? "." + digits.substring(1) : "")
                + mark
                + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String general(BigDecimal value, int precision, char mark) {
        BigDecimal rounded =
                precision < 0
                        ? strip(value)
                        : strip(
                                value.round(
                                        new MathContext(
                                                Math.max(1, precision), RoundingMode.HALF_EVEN)));
        int digits = rounded.signum() == 0 ? 0 : rounded.precision();
        int point = rounded.signum() == 0 ? 0 : digits - rounded.scale();
        int threshold = precision < 0 ? 6 : Math.max(1, precision);
        if (precision >= 0 && threshold > digits && digits >= point) {
            threshold = digits;
        }
        return point - 1 < -4 || point - 1 >= threshold
                ? scientific(rounded, -1, mark)
                : rounded.toPlainString();
    }

    private static BigDecimal strip(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static String binary(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >> MANTISSA_BITS & 0x7ff);
        long mantissa = bits & (1L << MANTISSA_BITS) - 1;
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << MANTISSA_BITS;
        }
        int shown = exponent - 1023 - MANTISSA_BITS;
        return (bits < 0 ? "-" : "") + mantissa + "p" + (shown < 0 ? "" : "+") + shown;
    }

    private static String hexadecimal(double value, int precision) {
        String text = precision < 0 ? Double.toHexString(value) : rounded(value, precision);
        int p = text.indexOf('p');
        String mantissa = text.substring(0, p);
        if (precision < 0 && mantissa.endsWith(".0")) {
            mantissa = mantissa.substring(0, mantissa.length() - 2);
        }
        int exponent = value == 0 ? 0 : Integer.parseInt(text.substring(p + 1));
        return mantissa
                + "p"
                + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String rounded(double value, int precision) {
        if (value == 0) {
            return (1 / value < 0 ? "-" : "") + "0x0" + point(precision) + "p0";
        }
        int exponent = Math.getExponent(value);
        BigDecimal mantissa = new BigDecimal(Math.scalb(Math.abs(value), -exponent));
        int digits = Math.min(precision, 13);
        BigDecimal sixteenths = mantissa.multiply(new BigDecimal(16).pow(digits));
        String hex =
                sixteenths.setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact().toString(16);
        if (hex.charAt(0) == '2') {
            hex = "1" + "0".repeat(hex.length() - 1);
            exponent++;
        }
        String fraction = hex.substring(1) + "0".repeat(precision - digits);
        return (value < 0 ? "-0x" : "0x")
                + hex.charAt(0)
                + (precision > 0 ? "." + fraction : "")
                + "p"
                + exponent;
    }

    private static String point(int precision) {
        return precision > 0 ? "." + "0".repeat(precision) : "";
    }

    /** The {@code #} flag: a decimal point always, and for {@code g} the trailing zeros too. */
    public static String withPoint(String text, int verb, int precision) {
        int digits = 0;
        switch (verb) {
            case 'v', 'g', 'G', 'x' -> digits = precision < 0 ? 6 : precision;
            default -> {}
        }
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        int tail = tail(text, hexadecimal ? "pP" : "eE");
        boolean point = false;
        boolean nonZero = false;
        for (int i = 0; i < tail; i++) {
            if (text.charAt(i) == '.') {
                point = true;
            } else {
                nonZero |= text.charAt(i) != '0';
                if (nonZero) {
                    digits--;
                }
            }
        }
        String body = text.substring(0, tail);
        if (!point) {
            if (body.equals("0")) {
                digits--;
            }
            body += ".";
        }
        return body + "0".repeat(Math.max(0, digits)) + text.substring(tail);
    }

    private static int tail(String text, String marks) {
        for (int i = 0; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
