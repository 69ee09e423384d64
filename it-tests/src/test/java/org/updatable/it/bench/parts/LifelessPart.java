package org.updatable.it.bench.parts;

import jakarta.persistence.Entity;

/** Without it. It has the initials of the other one, since Hibernate names things in its statements after them. */
@Entity
public class LifelessPart extends Part {}
