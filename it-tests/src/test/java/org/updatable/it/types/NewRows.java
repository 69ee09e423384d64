package org.updatable.it.types;

import java.util.List;
import java.util.UUID;
import org.updatable.model.Samples.Book;
import org.updatable.model.Samples.Booking;
import org.updatable.model.Samples.Car;
import org.updatable.model.Samples.Circle;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Dog;
import org.updatable.model.Samples.Letter;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Samples.Seat;
import org.updatable.model.Samples.SeatId;
import org.updatable.model.Samples.Shelf;
import org.updatable.model.Samples.Ticket;
import org.updatable.model.Story;
import org.updatable.model.Types.Basket;
import org.updatable.model.Types.Figure;
import org.updatable.model.Types.Moment;
import org.updatable.model.Types.Position;

/** The rows before anything is changed: an id, and nothing else. */
final class NewRows {
    private NewRows() {}

    static List<Object> ofEachEntity() {
        Basket basket = new Basket();
        return List.of(
                customer(Round.CUSTOMER),
                seat(Round.SEAT),
                parcel(),
                booking(),
                new Dog(),
                new Car(),
                new Circle(),
                new Letter(),
                new Book(),
                new Shelf(),
                new Ticket(),
                new Moment(),
                new Figure(),
                basket,
                position(basket),
                new Story(1L, null));
    }

    static List<Object> others() {
        return List.of(customer(Round.OTHER_CUSTOMER), seat(Round.OTHER_SEAT));
    }

    private static Customer customer(String id) {
        Customer customer = new Customer();
        customer.id = id;
        return customer;
    }

    private static Seat seat(SeatId id) {
        Seat seat = new Seat();
        seat.id = id;
        return seat;
    }

    private static Parcel parcel() {
        Parcel parcel = new Parcel();
        parcel.id = new UUID(1, 2);
        return parcel;
    }

    private static Booking booking() {
        Booking booking = new Booking();
        booking.train = 12;
        booking.passenger = "Ada-L";
        return booking;
    }

    private static Position position(Basket basket) {
        Position position = new Position();
        position.basket = basket;
        position.number = 2;
        return position;
    }
}
