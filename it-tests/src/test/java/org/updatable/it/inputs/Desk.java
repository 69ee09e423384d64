package org.updatable.it.inputs;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Says what is stored of a meeting; saves the plain form that is posted here, of a new meeting where it names none. */
@WebServlet("/desk")
public class Desk extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Meetings meetings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Meeting meeting = meetings.find(request.getParameter("id"));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("title", meeting.getTitle())
                        .add("agenda", meeting.getAgenda())
                        .add("room", meeting.getRoom().name())
                        .add("booked", Boolean.toString(meeting.isBooked()))
                        .add("fee", meeting.getFee().toString())
                        .add("held", meeting.getHeld().toString())
                        .add("phone", meeting.getPhone())
                        .add("changes", meeting.getChanges())
                        .build());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        String id = request.getParameter("id");
        if (id == null) id = meetings.create().getId().toString();
        meetings.save(id, form(request));
        if (request.getParameter("page") == null) response.getWriter().print(id);
        else response.sendRedirect(request.getParameter("page") + "?id=" + id);
    }

    private static Meeting form(HttpServletRequest request) {
        Meeting form = new Meeting();
        form.setTitle(request.getParameter("title"));
        form.setAgenda(request.getParameter("agenda"));
        form.setRoom(Room.valueOf(request.getParameter("room")));
        form.setBooked(Boolean.parseBoolean(request.getParameter("booked")));
        form.setFee(new BigDecimal(request.getParameter("fee")));
        form.setHeld(LocalDate.parse(request.getParameter("held")));
        form.setPhone(request.getParameter("phone"));
        return form;
    }
}
