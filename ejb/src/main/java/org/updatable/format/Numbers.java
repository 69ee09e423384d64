package org.updatable.format;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Numbers, money and percentages, as {@code f:convertNumber} writes them. */
record Numbers(Style style) implements Format {
    static final Set<String> TYPES = Set.of("number", "currency", "percent");

    static final Set<String> SETTINGS = Set.of(
            "pattern",
            "currencyCode",
            "currencySymbol",
            "groupingUsed",
            "minIntegerDigits",
            "maxIntegerDigits",
            "minFractionDigits",
            "maxFractionDigits");

    /** No double has more, and so many zeros would be written as are asked for. */
    private static final int MOST_DIGITS = 340;

    /** @throws IllegalArgumentException when no number can be written like that */
    Numbers {
        style.hasOnly(SETTINGS);
        formatter(style);
    }

    @Override
    public String name() {
        return style.name();
    }

    @Override
    public @Nullable Object shown(@Nullable Object value) {
        Object number = value instanceof String text ? number(text) : value;
        return number instanceof Number ? formatter(style).format(number) : value;
    }

    /** A decimal's plain value is its text. */
    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            return text;
        }
    }

    private static NumberFormat formatter(Style style) {
        String pattern = style.get("pattern").orElse("");
        NumberFormat format = pattern.isEmpty()
                ? localized(style)
                : new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(style.locale()));
        if (style.type().equals("currency") || !pattern.isEmpty()) currency(format, style);
        format.setGroupingUsed(
                !style.get("groupingUsed").filter("false"::equals).isPresent());
        digits(style, "maxIntegerDigits", format::setMaximumIntegerDigits);
        digits(style, "minIntegerDigits", format::setMinimumIntegerDigits);
        digits(style, "maxFractionDigits", format::setMaximumFractionDigits);
        digits(style, "minFractionDigits", format::setMinimumFractionDigits);
        return format;
    }

    private static NumberFormat localized(Style style) {
        return switch (style.type()) {
            case "currency" -> NumberFormat.getCurrencyInstance(style.locale());
            case "percent" -> NumberFormat.getPercentInstance(style.locale());
            default -> NumberFormat.getNumberInstance(style.locale());
        };
    }

    /** Where both a code and a symbol are given, the code counts. */
    private static void currency(NumberFormat format, Style style) {
        if (style.get("currencyCode").isPresent()) {
            style.get("currencyCode").map(Numbers::currency).ifPresent(format::setCurrency);
        } else if (format instanceof DecimalFormat decimal) {
            style.get("currencySymbol").ifPresent(symbol -> {
                DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
                symbols.setCurrencySymbol(symbol);
                decimal.setDecimalFormatSymbols(symbols);
            });
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "currencyCode=\"%s\" is no currency. Write its ISO 4217 code, such as EUR.".formatted(code),
                    unknown);
        }
    }

    private static void digits(Style style, String setting, IntConsumer setter) {
        style.get(setting).ifPresent(text -> {
            if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > MOST_DIGITS)
                throw new IllegalArgumentException(
                        "%s=\"%s\" is no number from 0 to %d.".formatted(setting, text, MOST_DIGITS));
            setter.accept(Integer.parseInt(text));
        });
    }
}
