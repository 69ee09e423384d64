package org.updatable.model;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Seat;

/** Live entities with attributes of every type. */
public final class Types {
    private Types() {}

    /** All of java.time, and what was there before it. */
    @Entity
    @Updatable
    public static class Moment {
        @Id
        public long id = 1;

        public @Nullable LocalDate localDate;

        @Column(name = "local_time")
        public @Nullable LocalTime localTime;

        public @Nullable LocalDateTime localDateTime;
        public @Nullable OffsetTime offsetTime;
        public @Nullable OffsetDateTime offsetDateTime;
        public @Nullable Instant instant;
        public @Nullable ZonedDateTime zonedDateTime;

        @Column(name = "in_year")
        public @Nullable Year year;

        public @Nullable YearMonth yearMonth;
        public @Nullable MonthDay monthDay;

        @Column(name = "in_month")
        public @Nullable Month month;

        public @Nullable DayOfWeek dayOfWeek;
        public @Nullable Duration duration;
        public @Nullable Period period;
        public @Nullable ZoneId zone;

        @Column(name = "on_day")
        @Temporal(TemporalType.DATE)
        public @Nullable Date day;

        @Column(name = "at_hour")
        @Temporal(TemporalType.TIME)
        public @Nullable Date hour;

        @Column(name = "at_date")
        @Temporal(TemporalType.TIMESTAMP)
        public @Nullable Date date;

        @Temporal(TemporalType.TIMESTAMP)
        public @Nullable Calendar calendar;
    }

    /** Numbers and texts of every type. */
    @Entity
    @Updatable
    public static class Figure extends Priced {
        @Id
        public long id = 1;

        public byte tiny;
        public short small;
        public @Nullable Integer whole;
        public long large;
        public float rough;
        public @Nullable Double fine;
        public @Nullable BigInteger huge;
        public boolean flag;

        @Column(name = "one_letter")
        public @Nullable Character letter;

        public @Nullable String text;

        @Convert(converter = Backwards.class)
        public @Nullable String converted;

        public @Nullable Secret secret;

        @Enumerated(EnumType.ORDINAL)
        public Story.@Nullable Status ordinal;
    }

    /** Has no text. */
    public static class Secret implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Converter
    public static class Backwards implements AttributeConverter<String, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable String text) {
            return text == null ? null : new StringBuilder(text).reverse().toString();
        }

        @Override
        public @Nullable String convertToEntityAttribute(@Nullable String text) {
            return convertToDatabaseColumn(text);
        }
    }

    @MappedSuperclass
    @AttributeOverride(name = "net", column = @Column(precision = 12, scale = 4))
    public abstract static class Priced extends Costly {
        @Updatable
        public String getLabel() {
            return "costs " + net;
        }
    }

    @MappedSuperclass
    public abstract static class Costly {
        @Column(precision = 10, scale = 2)
        public @Nullable BigDecimal net;
    }

    /** Nobody overwrites what they have not read. */
    @Entity
    @Updatable
    public static class Bill extends Priced {
        @Id
        public long id = 1;

        @Version
        public int version;

        public int seats;

        @Updatable
        public int getGuests() {
            return seats * 2;
        }
    }

    /** Parts, references and collections of every sort. */
    @Entity
    @Updatable
    public static class Basket {
        @Id
        public long id = 1;

        @Embedded
        @AttributeOverride(name = "amount", column = @Column(name = "total_amount", precision = 10, scale = 3))
        @AttributeOverride(name = "currency", column = @Column(name = "total_currency"))
        @AttributeOverride(name = "account", column = @Column(name = "total_account"))
        @AssociationOverride(name = "payer", joinColumns = @JoinColumn(name = "total_payer"))
        public Money total = new Money();

        /** EclipseLink would not write the payer if this one kept the column that is not said here. */
        @Embedded
        @AssociationOverride(name = "payer", joinColumns = @JoinColumn(name = "paid_payer"))
        public Money paid = new Money();

        @ManyToOne
        public @Nullable Seat seat;

        @ManyToMany
        public Set<Customer> buyers = new HashSet<>();

        @OneToMany(mappedBy = "basket")
        public List<Position> positions = new ArrayList<>();

        @ElementCollection
        @OrderColumn
        @AttributeOverride(name = "amount", column = @Column(name = "amount", precision = 10, scale = 1))
        public List<Money> payments = new ArrayList<>();

        @ElementCollection
        @Column(name = "rate", precision = 10, scale = 2)
        public List<BigDecimal> rates = new ArrayList<>();

        @ElementCollection
        @Enumerated(EnumType.STRING)
        public Set<Story.Status> statuses = new HashSet<>();

        @ElementCollection
        @MapKeyColumn(name = "lang")
        @CollectionTable(name = "basket_names")
        @Column(name = "in_lang")
        public Map<String, String> names = new HashMap<>();
    }

    @Embeddable
    public static class Money {
        @Column(precision = 10, scale = 2)
        public @Nullable BigDecimal amount;

        public @Nullable String currency;

        @UpdatesExcluded
        public @Nullable String account;

        @ManyToOne
        public @Nullable Customer payer;

        public static Money of(String amount, String currency) {
            Money money = new Money();
            money.amount = new BigDecimal(amount);
            money.currency = currency;
            money.account = "private";
            return money;
        }
    }

    /** Is identified by another row, and a number. */
    @Entity
    @Updatable
    @IdClass(PositionId.class)
    public static class Position {
        @Id
        @ManyToOne
        public @Nullable Basket basket;

        @Id
        @Column(name = "at_number")
        public int number;

        public @Nullable String article;
    }

    public static class PositionId implements Serializable {
        private static final long serialVersionUID = 1L;
        public long basket;
        public int number;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PositionId that && basket == that.basket && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(basket, number);
        }
    }
}
