package dev.darkroom.it;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs a test class once on each backend, which its constructor takes. A backend that this machine
 * does not have is skipped.
 */
@Target(TYPE)
@Retention(RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(value = Backend.class, names = "SECOND", mode = EnumSource.Mode.EXCLUDE)
@ExtendWith(OneClassPerBackend.class)
@TestMethodOrder(MethodOrderer.MethodName.class)
@interface OnEachBackend {}
