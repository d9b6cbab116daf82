// Which alternative a std::variant holds: a number, kept at a part of the variant that no program names.
#include "clang/AST/DeclTemplate.h"
#include "safety/clang/lower.h"

namespace hull::safety {

namespace {

const clang::ClassTemplateSpecializationDecl* variant_of(clang::QualType type) {
  if (type.isNull()) return nullptr;
  const auto* special = llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
      type.getNonReferenceType()->getAsCXXRecordDecl());
  return special && special->isInStdNamespace() && special->getName() == "variant" ? special : nullptr;
}

// Of a type that is known to be a variant.
const clang::ClassTemplateSpecializationDecl& known_variant(clang::QualType type) {
  return llvm::cast<clang::ClassTemplateSpecializationDecl>(
      *type.getNonReferenceType()->castAs<clang::RecordType>()->getDecl());
}

// The number of the alternative that a template argument names, by its type or its number.
std::optional<std::int64_t> numbered(clang::ASTContext& context,
                                     const clang::ClassTemplateSpecializationDecl* variant,
                                     const clang::TemplateArgument& chosen) {
  if (chosen.getKind() == clang::TemplateArgument::Integral) return number_of(chosen.getAsIntegral());
  if (chosen.getKind() != clang::TemplateArgument::Type || variant->getTemplateArgs().size() == 0)
    return std::nullopt;
  const clang::TemplateArgument& pack = variant->getTemplateArgs()[0];
  if (pack.getKind() != clang::TemplateArgument::Pack) return std::nullopt;
  std::optional<std::int64_t> found;
  std::int64_t number = 0;
  for (const clang::TemplateArgument& one : pack.pack_elements()) {
    if (one.getKind() == clang::TemplateArgument::Type &&
        context.hasSameUnqualifiedType(one.getAsType(), chosen.getAsType())) {
      if (found) return std::nullopt;
      found = number;
    }
    ++number;
  }
  return found;
}

// Of `get<T>(v)`, `v.emplace<T>()`: what T is.
const clang::TemplateArgument* chosen_in(const clang::Expr* call) {
  const auto* expression = llvm::dyn_cast_or_null<clang::CallExpr>(call);
  const clang::FunctionDecl* callee = expression ? expression->getDirectCallee() : nullptr;
  const auto* arguments = callee ? callee->getTemplateSpecializationArgs() : nullptr;
  return arguments && arguments->size() > 0 ? &arguments->get(0) : nullptr;
}

}  // namespace

bool Lowering::is_variant(clang::QualType type) const { return variant_of(type) != nullptr; }

Register Lowering::alternative(clang::QualType type, Register object) {
  return part(object, Step::Field, types_.named(known_variant(type).getSpecializedTemplate()));
}

// A variant is made of `given`, or assigned it; without one it holds its first alternative.
void Lowering::choose_alternative(clang::QualType type, Register object, const clang::Expr* given) {
  const auto* variant = variant_of(type);
  std::optional<std::int64_t> number = 0;
  if (given) {
    const clang::QualType from = given->getType().getNonReferenceType();
    const auto* tag =
        llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(from->getAsCXXRecordDecl());
    const bool in_place = tag && tag->isInStdNamespace() && tag->getName().starts_with("in_place_") &&
                          tag->getTemplateArgs().size() > 0;
    number =
        numbered(context_, variant, in_place ? tag->getTemplateArgs()[0] : clang::TemplateArgument(from));
  }
  store(alternative(type, object), number ? constant(*number) : unknown(Shape::Unsigned));
}

void Lowering::emplace_alternative(clang::QualType type, Register object, const clang::Expr* call) {
  const clang::TemplateArgument* chosen = chosen_in(call);
  const auto number = chosen ? numbered(context_, variant_of(type), *chosen) : std::nullopt;
  store(alternative(type, object), number ? constant(*number) : unknown(Shape::Unsigned));
}

Register Lowering::holds_alternative(clang::QualType type, Register object, const clang::Expr* call) {
  const clang::TemplateArgument* chosen = chosen_in(call);
  const auto number = chosen ? numbered(context_, variant_of(type), *chosen) : std::nullopt;
  if (!number) return unknown(Shape::Bool);
  return computed(Op::Equal, which_alternative(type, object), constant(*number));
}

// One that has lost its value to an exception is not thought of.
Register Lowering::which_alternative(clang::QualType type, Register object) {
  const Register which = load(alternative(type, object), Shape::Unsigned);
  const auto arguments = known_variant(type).getTemplateArgs().asArray();
  if (arguments.size() == 1 && arguments[0].getKind() == clang::TemplateArgument::Pack)
    emit(
        {.op = Op::Assume, .a = computed(Op::Less, which, constant(arguments[0].pack_size())), .flag = true});
  return which;
}

}  // namespace hull::safety
