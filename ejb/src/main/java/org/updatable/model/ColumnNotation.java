package org.updatable.model;

import jakarta.persistence.Column;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of what one column holds: decimals with its scale, dates and times of all sorts as those of java.time. */
final class ColumnNotation implements Notation {
    private final Optional<Column> column;
    private final Optional<Temporal> temporal;

    ColumnNotation(Optional<Column> column, Optional<Temporal> temporal) {
        this.column = column;
        this.temporal = temporal;
    }

    /** Whether all values of a type come back as they were written, whatever its column. */
    static boolean isExact(Class<?> type) {
        return type != BigDecimal.class
                && !Date.class.isAssignableFrom(type)
                && !Calendar.class.isAssignableFrom(type)
                && !java.time.temporal.Temporal.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable Object said(@Nullable Object value) {
        if (value instanceof BigDecimal number && declaresScale())
            return number.setScale(column.orElseThrow().scale(), RoundingMode.HALF_UP);
        if (value instanceof Calendar time) return withoutZone(time.getTime());
        if (value instanceof Date time) return withoutZone(time);
        return value;
    }

    /**
     * Not sure are an empty text, of which some databases make null, a decimal whose scale nobody declared, a time with a
     * fraction of a second or a zone, and a column with a definition of its own, or one that is written otherwise.
     */
    @Override
    public boolean comesBackAs(@Nullable Object value) {
        if (value == null) return true;
        if (column.isPresent()
                && (!column.get().columnDefinition().isEmpty()
                        || !column.get().updatable()
                        || !column.get().insertable())) return false;
        Object said = said(value);
        if (said instanceof String text) return !text.isEmpty();
        if (said instanceof BigDecimal) return declaresScale();
        if (said instanceof TemporalAccessor time)
            return !time.isSupported(ChronoField.OFFSET_SECONDS)
                    && (!time.isSupported(ChronoField.NANO_OF_SECOND) || time.get(ChronoField.NANO_OF_SECOND) == 0);
        return true;
    }

    private boolean declaresScale() {
        return column.isPresent() && (column.get().scale() > 0 || column.get().precision() > 0);
    }

    /** In the server's own zone, as JDBC does. */
    @SuppressWarnings("JavaUtilDate") // applications have them
    private Object withoutZone(Date date) {
        Timestamp time = date instanceof Timestamp timestamp ? timestamp : new Timestamp(date.getTime());
        return switch (precision(date)) {
            case DATE -> time.toLocalDateTime().toLocalDate();
            case TIME -> time.toLocalDateTime().toLocalTime();
            case TIMESTAMP -> time.toLocalDateTime();
        };
    }

    private TemporalType precision(Date date) {
        if (temporal.isPresent()) return temporal.get().value();
        if (date instanceof java.sql.Date) return TemporalType.DATE;
        return date instanceof Time ? TemporalType.TIME : TemporalType.TIMESTAMP;
    }
}
