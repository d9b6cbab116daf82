// Buffers and texts: what is written into memory of a fixed size, and how long a text is.
#include <algorithm>

#include "safety/clang/lower.h"

namespace hull::safety {

namespace {

// Whether the text is one that its owner does not let be written to.
bool unchanging_text(const clang::Expr* expression) {
  const clang::Expr* inner = bare(expression);
  while (const auto* cast = llvm::dyn_cast<clang::CastExpr>(inner)) {
    const bool loads = cast->getCastKind() == clang::CK_LValueToRValue ||
                       cast->getCastKind() == clang::CK_ArrayToPointerDecay;
    inner = bare(cast->getSubExpr());
    if (loads) break;
  }
  if (llvm::isa<clang::StringLiteral>(inner)) return true;
  const clang::QualType type = inner->getType();
  return inner->isGLValue() && type->isPointerType() && type->getPointeeType().isConstQualified();
}

// How many characters a number of the type has at most, with its sign; 0 for types of which large values are
// seldom meant.
std::int64_t most_digits(clang::QualType type, const clang::ASTContext& context, bool hexadecimal) {
  if (!type->isIntegerType() || type->isBooleanType()) return 0;
  const std::uint64_t bits = context.getTypeSize(type);
  if (bits > 16) return 0;
  if (hexadecimal) return static_cast<std::int64_t>(bits / 4);
  return (bits == 8 ? 3 : 5) + type->isSignedIntegerType();
}

}  // namespace

// A pointer to bytes as it was before it became one.
const clang::Expr* Lowering::pointed(const clang::Expr* expression) {
  const clang::Expr* inner = bare(expression);
  while (const auto* cast = llvm::dyn_cast<clang::CastExpr>(inner)) {
    if (cast->getCastKind() == clang::CK_ArrayToPointerDecay ||
        cast->getCastKind() == clang::CK_LValueToRValue)
      break;
    inner = bare(cast->getSubExpr());
  }
  return inner;
}

// How many bytes there are in the object, or array of a fixed size, whose address is taken; 0 when its type
// does not say.
std::int64_t Lowering::room_of(const clang::Expr* pointer) const {
  using namespace clang;
  const Expr* inner = bare(pointer);
  const Expr* object = nullptr;
  if (const auto* address = dyn_cast<UnaryOperator>(inner); address && address->getOpcode() == UO_AddrOf) {
    object = bare(address->getSubExpr());
  } else if (elements_of(inner) > 0) {
    object = bare(cast<CastExpr>(inner)->getSubExpr());
  }
  if (!object || object->getType()->isIncompleteType() || object->getType()->isDependentType()) return 0;
  const auto* variable = dyn_cast<DeclRefExpr>(object);
  const auto* member = dyn_cast<MemberExpr>(object);
  if (!member && !(variable && isa<VarDecl>(variable->getDecl()))) return 0;
  // A reference may be to a part of something larger.
  if (variable && variable->getDecl()->getType()->isReferenceType() && object->getType()->isRecordType())
    return 0;
  if (member && !object->getType()->isArrayType()) return 0;
  return context_.getTypeSizeInChars(object->getType()).getQuantity();
}

// So many bytes go where the pointer points to.
void Lowering::fits(const clang::Expr* buffer, Register needed, const char* name) {
  const clang::Expr* inner = pointed(buffer);
  if (const std::int64_t room = room_of(inner); room > 0) {
    emit({.op = Op::Limit,
          .a = eval(inner),
          .b = needed,
          .deep = true,
          .number = 1,
          .what = reinterpret_cast<const void*>(room),
          .word = name});
    return;
  }
  const clang::QualType pointee = inner->getType()->getPointeeType();
  if (pointee.isNull() || pointee->isIncompleteType()) return;
  emit({.op = Op::Limit,
        .a = inner->isGLValue() ? value(inner) : eval(inner),
        .b = needed,
        .number = context_.getTypeSizeInChars(pointee).getQuantity(),
        .word = name});
}

// What may be written to later is only as long as it was while nobody has done so.
Register Lowering::text_length(const clang::Expr* text) {
  const Register length = computed(Op::TextSize, value(text));
  block_->facts.back().flag = unchanging_text(text);
  return length;
}

// A text is copied to a buffer, or to the end of the text that is there.
void Lowering::text(Verb::Op op, const clang::Expr* to, const clang::Expr* from, const char* name) {
  const Register length = text_length(from);
  switch (op) {
    case Verb::Op::FitsText:
      fits(to, computed(Op::Add, length, kNoRegister, 1, Shape::Unsigned), name);
      break;
    case Verb::Op::AppendText: {
      const Register both = computed(Op::Add, text_length(to), length, 1, Shape::Unsigned);
      fits(to, computed(Op::Add, both, kNoRegister, 1, Shape::Unsigned), name);
      const Register target = value(to);
      emit({.op = Op::Renew, .a = target});
      store(target, unknown(Shape::None));
      emit({.op = Op::SetText, .a = target, .b = both});
      break;
    }
    default:
      emit({.op = Op::SetText, .a = value(to), .b = length});
      break;
  }
}

// What sprintf() writes: the characters of the format, texts, and numbers of a few digits.
void Lowering::print_text(const std::vector<const clang::Expr*>& arguments, const char* name) {
  using namespace clang;
  const auto* literal = dyn_cast<clang::StringLiteral>(arguments[1]->IgnoreParenImpCasts());
  if (!literal || literal->getCharByteWidth() != 1) return;
  const llvm::StringRef format = literal->getString();
  Register length = constant(0);
  std::int64_t known = 0;
  std::size_t next = 2;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] != '%') {
      ++known;
      continue;
    }
    const auto number = [&] {
      std::int64_t value = 0;
      for (; at < format.size() && format[at] >= '0' && format[at] <= '9' && value < 10'000; ++at)
        value = value * 10 + (format[at] - '0');
      return value;
    };
    ++at;
    while (at < format.size() && llvm::StringRef("-+ #0").contains(format[at])) ++at;
    const std::int64_t width = number();
    std::optional<std::int64_t> precision;
    if (at < format.size() && format[at] == '.') {
      ++at;
      precision = number();
    }
    while (at < format.size() && llvm::StringRef("hljztL").contains(format[at])) ++at;
    if (at >= format.size() || format[at] == '*') return;
    if (format[at] == '%') {
      ++known;
      continue;
    }
    const Expr* given = next < arguments.size() ? arguments[next++] : nullptr;
    if (!given) return;
    std::int64_t least = 1;
    switch (format[at]) {
      case 's':
        least = 0;
        if (!precision && width == 0) {
          length = computed(Op::Add, length, text_length(given), 1, Shape::Unsigned);
        }
        break;
      case 'd':
      case 'i':
      case 'u':
      case 'x':
      case 'X': {
        // As many digits as the author has thought of.
        const QualType type = given->IgnoreParenImpCasts()->getType();
        if (width == 0)
          least = std::max<std::int64_t>(1, most_digits(type, context_, (format[at] | 0x20) == 'x'));
        break;
      }
      case 'f':
      case 'e':
        least = precision == 0 ? 1 : 2 + precision.value_or(6);
        break;
      default:
        break;
    }
    known += std::max(least, width);
  }
  fits(arguments[0], computed(Op::Add, length, kNoRegister, known + 1, Shape::Unsigned), name);
}

}  // namespace hull::safety
