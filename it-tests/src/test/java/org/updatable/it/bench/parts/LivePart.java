package org.updatable.it.bench.parts;

import jakarta.persistence.Entity;
import org.updatable.Updatable;

/** With Updatable. */
@Entity
@Updatable(open = true)
public class LivePart extends Part {}
