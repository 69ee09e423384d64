package org.updatable.taglib;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.jstl.core.Config;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** A tag whose attributes say how values are written, by the names that they have in Faces. */
public abstract class FormattingTag extends SimpleTagSupport {
    private final Map<String, String> settings = new HashMap<>();
    private @Nullable Object locale;

    FormattingTag() {}

    final Formatting formatting(PageContext page) {
        return Formatting.of(settings, () -> zone(page));
    }

    final Locale locale(PageContext page) {
        if (locale != null) return Formatting.locale(locale);
        return JspFunctions.locale(Config.find(page, Config.FMT_LOCALE), (HttpServletRequest) page.getRequest());
    }

    /** What {@code fmt:setTimeZone} said, else the server's. */
    private static TimeZone zone(PageContext page) {
        Object chosen = Config.find(page, Config.FMT_TIME_ZONE);
        if (chosen instanceof TimeZone zone) return zone;
        return chosen == null ? TimeZone.getDefault() : TimeZone.getTimeZone(chosen.toString());
    }

    private void set(String setting, @Nullable Object value) {
        if (value != null) settings.put(setting, Formatting.text(value));
    }

    /**
     * In which language.
     *
     * @param locale a locale, or its name; null for the request's
     */
    public void setLocale(@Nullable Object locale) {
        // The expression language makes an empty text of null.
        this.locale = "".equals(locale) ? null : locale;
    }

    /**
     * In which time zone moments are written.
     *
     * @param timeZone a time zone, or its name; null for the page's
     */
    public void setTimeZone(@Nullable Object timeZone) {
        set("timeZone", timeZone);
    }

    /**
     * What the values are.
     *
     * @param type {@code number}, {@code currency}, {@code percent}, {@code date}, {@code time} or {@code both}
     */
    public void setType(String type) {
        set("type", type);
    }

    /**
     * A pattern for numbers, or for dates and times.
     *
     * @param pattern as {@link java.text.DecimalFormat} or {@link java.time.format.DateTimeFormatter} has it
     */
    public void setPattern(String pattern) {
        set("pattern", pattern);
    }

    /**
     * The currency of an amount.
     *
     * @param currencyCode an ISO 4217 code
     */
    public void setCurrencyCode(String currencyCode) {
        set("currencyCode", currencyCode);
    }

    /**
     * What stands for the currency of an amount.
     *
     * @param currencySymbol a text
     */
    public void setCurrencySymbol(String currencySymbol) {
        set("currencySymbol", currencySymbol);
    }

    /**
     * Whether the digits of a number are grouped.
     *
     * @param groupingUsed {@code true}, which is the default, or {@code false}
     */
    public void setGroupingUsed(String groupingUsed) {
        set("groupingUsed", groupingUsed);
    }

    /**
     * How many digits a number has at least before its fraction.
     *
     * @param minIntegerDigits a whole number
     */
    public void setMinIntegerDigits(String minIntegerDigits) {
        set("minIntegerDigits", minIntegerDigits);
    }

    /**
     * How many digits a number has at most before its fraction.
     *
     * @param maxIntegerDigits a whole number
     */
    public void setMaxIntegerDigits(String maxIntegerDigits) {
        set("maxIntegerDigits", maxIntegerDigits);
    }

    /**
     * How many digits the fraction of a number has at least.
     *
     * @param minFractionDigits a whole number
     */
    public void setMinFractionDigits(String minFractionDigits) {
        set("minFractionDigits", minFractionDigits);
    }

    /**
     * How many digits the fraction of a number has at most.
     *
     * @param maxFractionDigits a whole number
     */
    public void setMaxFractionDigits(String maxFractionDigits) {
        set("maxFractionDigits", maxFractionDigits);
    }

    /**
     * How much is written of a date.
     *
     * @param dateStyle {@code short}, {@code medium}, {@code long} or {@code full}
     */
    public void setDateStyle(String dateStyle) {
        set("dateStyle", dateStyle);
    }

    /**
     * How much is written of a time.
     *
     * @param timeStyle {@code short}, {@code medium}, {@code long} or {@code full}
     */
    public void setTimeStyle(String timeStyle) {
        set("timeStyle", timeStyle);
    }
}
