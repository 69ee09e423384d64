package org.updatable.it.models;

import jakarta.persistence.Embeddable;

/** Where something happened. */
@Embeddable
public class Place {
    String street;
    String city;

    protected Place() {}

    Place(String street, String city) {
        this.street = street;
        this.city = city;
    }

    Place in(String other) {
        return new Place(street, other);
    }
}
