package org.updatable.it.inputs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.updatable.Updatable;

/** Has a property for each kind of form field. */
@Entity
@Updatable
public class Meeting implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue
    private Long id;

    private String title;
    private String agenda;

    @Enumerated(EnumType.STRING)
    private Room room;

    private boolean booked;

    @Column(precision = 10, scale = 2)
    private BigDecimal fee;

    private LocalDate held;
    private String phone;
    private int changes;

    /** Takes over what a form holds. */
    void take(Meeting form) {
        title = form.title;
        agenda = form.agenda;
        room = form.room;
        booked = form.booked;
        fee = form.fee;
        held = form.held;
        phone = form.phone;
        changes++;
    }

    public Long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getAgenda() {
        return agenda;
    }

    public void setAgenda(String agenda) {
        this.agenda = agenda;
    }

    public Room getRoom() {
        return room;
    }

    public void setRoom(Room room) {
        this.room = room;
    }

    public boolean isBooked() {
        return booked;
    }

    public void setBooked(boolean booked) {
        this.booked = booked;
    }

    public BigDecimal getFee() {
        return fee;
    }

    public void setFee(BigDecimal fee) {
        this.fee = fee;
    }

    public LocalDate getHeld() {
        return held;
    }

    public void setHeld(LocalDate held) {
        this.held = held;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    /** How often it was saved. */
    public int getChanges() {
        return changes;
    }
}
