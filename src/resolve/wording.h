// Incompatibilities in words.
#pragma once

#include <string>

#include "resolve/catalog.h"
#include "resolve/incompatibility.h"

namespace hull::resolve {

/// `versions` of all that there are, as ranges between those: "1.2.3", ">= 1.2.0, < 2.1.0", "< 1.2.0
/// or 2.0.0". Empty when all of them are meant.
std::string versions_text(const std::vector<Version>& all, const Choices& versions);

/// A clause that says what `incompatibility` says: "a 1.0.0 depends on b >= 2, < 3" of a fact, "every version
/// of a needs b
/// >= 2.1.0" of what was derived, "version solving failed" when only given terms are left.
std::string clause(const Incompatibility& incompatibility, const Catalog& catalog);

}  // namespace hull::resolve
