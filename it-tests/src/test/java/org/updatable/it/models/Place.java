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

    public void setStreet(String street) {
        this.street = street;
    }

    public void setCity(String city) {
        this.city = city;
    }

    Place in(String other) {
        return new Place(street, other);
    }
}
