package dev.darkroom.it;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs a test class once on each backend, given to its constructor; one not at hand is skipped. */
@Target(TYPE)
@Retention(RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
@interface OnEachBackend {}
