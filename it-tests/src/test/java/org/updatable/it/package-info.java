/** The proof: the shipped WAR on a real server, watched by real clients. Each {@code *IT} is one server. */
package org.updatable.it;
