<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="upd" uri="org.updatable.tags" %>
<c:set var="meeting" value="${meetings.find(param.id)}"/>
<!DOCTYPE html>
<html>
<head>
  <title>Plain fields in JSP</title>
  <upd:script/>
</head>
<body>
  <h1>Edit the meeting</h1>
  <form action="desk" method="post">
    <input type="hidden" name="page" value="plain.jsp">
    <input type="hidden" name="id" value="${meeting.id}">
    <p><input name="title" value="<c:out value="${meeting.title}"/>" ${upd:live(meeting, 'title')}></p>
    <p><textarea name="agenda" ${upd:live(meeting, 'agenda')}><c:out value="${meeting.agenda}"/></textarea></p>
    <p>
      <select name="room" ${upd:live(meeting, 'room')}>
        <c:forEach items="HALL,ATTIC,CELLAR" var="room">
          <option value="${room}" ${room == meeting.room ? 'selected' : ''}>${room.toLowerCase()}</option>
        </c:forEach>
      </select>
    </p>
    <p><input name="booked" type="checkbox" value="true" ${meeting.booked ? 'checked' : ''} ${upd:live(meeting, 'booked')}></p>
    <p><input name="fee" type="number" step="0.01" value="${meeting.fee}" ${upd:live(meeting, 'fee')}></p>
    <p><input name="held" type="date" value="${meeting.held}" ${upd:live(meeting, 'held')}></p>
    <p><input name="phone" type="tel" value="<c:out value="${meeting.phone}"/>" ${upd:live(meeting, 'phone')}></p>
    <p><button>Save</button> <button type="reset">Reset</button></p>
  </form>
  <p>Changes: <upd:updatable entity="${meeting}" field="changes"/></p>
</body>
</html>
