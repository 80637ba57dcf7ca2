package dev.darkroom.image.step;

import dev.darkroom.image.rendition.Plan;

/** A picture within all limits, what to make of it, and the memory that this takes. */
public record Planned(Identified picture, Plan plan, Need need) {}
