package org.updatable.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;

/** Live entities of every shape that real applications have. */
public final class Samples {
    private Samples() {}

    @Entity
    @Updatable
    public static class Parcel {
        @Id
        public @Nullable UUID id;

        @Embedded
        public @Nullable Delivery delivery;

        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Customer customer;

        @Column(precision = 10, scale = 2)
        public @Nullable BigDecimal price;

        public @Nullable BigDecimal weight;
        public @Nullable LocalDateTime sent;

        @Lob
        public @Nullable String letter;

        @Lob
        public byte @Nullable [] picture;
    }

    @Embeddable
    public static class Delivery {
        public @Nullable String status;

        @UpdatesExcluded
        public @Nullable String courier;

        @Embedded
        public @Nullable Address address;
    }

    @Embeddable
    public static class Address {
        public @Nullable String city;
    }

    @Entity
    @Updatable(namespace = "buyer")
    public static class Customer {
        @Id
        public @Nullable String id;

        public @Nullable String name;
    }

    @Entity
    @Updatable
    public static class Seat {
        @EmbeddedId
        public @Nullable SeatId id;

        public @Nullable String guest;
    }

    @Embeddable
    public static class SeatId implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "seat_line")
        public @Nullable String line;

        public int number;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SeatId that && Objects.equals(line, that.line) && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(line, number);
        }
    }

    @Entity
    @Updatable
    @IdClass(BookingId.class)
    public static class Booking {
        @Id
        public long train;

        @Id
        public @Nullable String passenger;

        public @Nullable String coach;
    }

    public static class BookingId implements Serializable {
        private static final long serialVersionUID = 1L;
        public long train;
        public @Nullable String passenger;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof BookingId that && train == that.train && Objects.equals(passenger, that.passenger);
        }

        @Override
        public int hashCode() {
            return Objects.hash(train, passenger);
        }
    }

    @Entity
    @Updatable
    @Table(name = "animal")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public static class Animal {
        @Id
        public long id = 1;

        public @Nullable String name;
    }

    @Entity
    public static class Dog extends Animal {
        public @Nullable String trick;
    }

    @Entity
    public static class Cat extends Animal {
        public @Nullable String trick;
    }

    @Entity
    @Updatable
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Vehicle {
        @Id
        public long id = 1;

        public @Nullable String name;
    }

    @Entity
    public static class Car extends Vehicle {
        public @Nullable String trick;
    }

    @Entity
    @Updatable
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Shape {
        @Id
        public long id = 1;

        public @Nullable String name;
    }

    @Entity
    public static class Circle extends Shape {
        public @Nullable String trick;
    }

    @MappedSuperclass
    public static class Signed {
        public @Nullable String signature;
    }

    @Entity
    @Updatable
    public static class Letter extends Signed {
        @Id
        public long id = 1;

        public @Nullable String text;
    }

    @Entity
    @Updatable
    @SecondaryTable(name = "book_cover")
    public static class Book {
        @Id
        public long id = 1;

        public @Nullable String title;

        @Column(table = "book_cover")
        public @Nullable String colour;

        @ElementCollection
        public Set<String> subjects = new HashSet<>();

        @ElementCollection
        @OrderColumn
        public List<String> chapters = new ArrayList<>();
    }

    /** Its labels refer to it by something else than its id, of the same type. */
    @Entity
    @Updatable
    public static class Shelf {
        @Id
        public String id = "a";

        @Column(unique = true)
        public String code = "top";

        @ElementCollection
        @CollectionTable(
                name = "shelf_label",
                joinColumns = @JoinColumn(name = "shelf_code", referencedColumnName = "code"))
        public Set<String> labels = new HashSet<>();
    }

    @Entity
    @Updatable
    @Table(name = "ticket")
    public static class Ticket {
        @Id
        public long id = 1;

        public int seats;
        public int price;

        @Updatable
        public int getTotal() {
            return seats * price;
        }
    }
}
