#include "safety/clang/types.h"

#include <algorithm>

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

namespace hull::safety {

namespace {

const TypeModel& user_model(TypeKind kind) {
  static const TypeModel kView{.kind = TypeKind::View, .empty_of = {}, .methods = {}};
  static const TypeModel kContainer{.kind = TypeKind::Container, .empty_of = {}, .methods = {}};
  return kind == TypeKind::View ? kView : kContainer;
}

}  // namespace

std::string qualified_name(const clang::NamedDecl* declaration) {
  std::string name;
  const auto add = [&](auto&& self, const clang::DeclContext* context) -> void {
    if (!context || context->isTranslationUnit()) return;
    self(self, context->getParent());
    if (const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(context)) {
      if (space->isInline() || space->isAnonymousNamespace()) return;
      name += space->getName();
      name += "::";
    } else if (const auto* record = llvm::dyn_cast<clang::RecordDecl>(context)) {
      name += record->getName();
      name += "::";
    }
  };
  add(add, declaration->getDeclContext());
  if (const auto* conversion = llvm::dyn_cast<clang::CXXConversionDecl>(declaration)) {
    const clang::QualType to = conversion->getConversionType();
    if (to->isBooleanType()) return name + "operator bool";
    if (const auto* record = to.getNonReferenceType()->getAsCXXRecordDecl()) {
      return name + "operator " + record->getName().str();
    }
    return name + "operator type";
  }
  return name + declaration->getDeclName().getAsString();
}

bool is_pair(const clang::CXXRecordDecl* record) {
  return record && record->isInStdNamespace() && record->getIdentifier() && record->getName() == "pair";
}

const clang::FieldDecl* field_of(const clang::FieldDecl* field) {
  field = field->getCanonicalDecl();
  const auto* special = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(field->getParent());
  if (!special || !is_pair(special)) return field;
  for (const clang::FieldDecl* member : special->getSpecializedTemplate()->getTemplatedDecl()->fields()) {
    if (member->getDeclName() == field->getDeclName()) return member->getCanonicalDecl();
  }
  return field;
}

bool Types::library(clang::SourceLocation where) {
  const clang::SourceManager& sources = context_.getSourceManager();
  if (!sources.isInSystemHeader(where)) return false;
  const clang::FileID file = sources.getFileID(sources.getExpansionLoc(where));
  const auto [entry, fresh] = library_.try_emplace(file.getHashValue(), true);
  if (!fresh) return entry->second;
  if (const auto found = sources.getFileEntryRefForID(file))
    entry->second = found->getName().contains("/usr/");  // Below a sysroot, too.
  return entry->second;
}

const TypeModel* Types::model(const clang::CXXRecordDecl* record) {
  if (!record) return nullptr;
  record = record->getCanonicalDecl();
  const auto [entry, fresh] = known_.try_emplace(record, nullptr);
  if (!fresh) return entry->second;
  const std::string name = qualified_name(record);
  const TypeModel* found = models_.type(name);
  if (found && found->installed && !context_.getSourceManager().isInSystemHeader(record->getLocation()))
    found = nullptr;
  // std::stack moves its elements where the container below it does.
  const auto* special = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(record);
  if (found && special && special->getTemplateArgs().size() == 2 &&
      special->getTemplateArgs()[1].getKind() == clang::TemplateArgument::Type) {
    if (const auto* below = special->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl()) {
      if (const TypeModel* adaptor = models_.type(name + " over " + qualified_name(below))) found = adaptor;
    }
  }
  if (!found) {
    if (record->hasAttr<clang::PointerAttr>()) found = &user_model(TypeKind::View);
  }
  if (!found && record->hasDefinition()) {
    // std::string is a typedef, but shared_ptr has its operators in a base.
    const bool library = this->library(record->getLocation());
    if (library) {
      for (const clang::CXXBaseSpecifier& base : record->getDefinition()->bases()) {
        const TypeModel* inherited = model(base.getType()->getAsCXXRecordDecl());
        if (inherited) found = inherited;
      }
    }
  }
  known_[record] = found;
  return found;
}

const FunctionModel* Types::function(const clang::NamedDecl* declaration) {
  const FunctionModel* found = models_.function(qualified_name(declaration));
  const bool own = !context_.getSourceManager().isInSystemHeader(declaration->getLocation());
  return found && found->installed && own ? nullptr : found;
}

bool Types::empty_of(clang::QualType type, clang::QualType given) {
  if (given->isNullPtrType()) return true;
  const TypeModel* known = model(type.getNonReferenceType()->getAsCXXRecordDecl());
  const auto* record = given.getNonReferenceType()->getAsCXXRecordDecl();
  return known && record && std::ranges::count(known->empty_of, qualified_name(record)) > 0;
}

TypeKind Types::kind(clang::QualType type) {
  type = type.getNonReferenceType().getCanonicalType();
  if (type->isPointerType()) return TypeKind::Pointer;
  if (type->isNullPtrType()) return TypeKind::Pointer;
  if (type->isArrayType()) return TypeKind::Array;
  if (type->isMemberPointerType() || type->isBlockPointerType()) return TypeKind::Other;
  const auto* record = type->getAsCXXRecordDecl();
  if (!record) return type->isRecordType() ? TypeKind::Record : TypeKind::Other;
  if (const TypeModel* known = model(record)) return known->kind;
  if (library(record->getLocation())) {
    // Parts of the library that no table names. What frees nothing of its own but holds pointers, an adaptor
    // or a node of a range, refers to what it is made of; all else is a value.
    const auto* definition = record->getDefinition();
    // A range adaptor owns the closure that it was given, but refers to the range.
    const auto* space =
        definition ? llvm::dyn_cast<clang::NamespaceDecl>(definition->getDeclContext()) : nullptr;
    const bool adaptor = space && qualified_name(space) == "std::ranges";
    const bool refers =
        definition && (definition->hasTrivialDestructor() || definition->isLambda() || adaptor);
    return refers && holds_pointers(definition, 0) ? TypeKind::Bag : TypeKind::Opaque;
  }
  return TypeKind::Record;
}

bool Types::holds_pointers(const clang::CXXRecordDecl* record, unsigned depth) {
  if (!record || !record->hasDefinition() || depth > 4) return false;
  for (const clang::FieldDecl* field : record->getDefinition()->fields()) {
    const clang::QualType type = field->getType();
    if (type->isPointerType() || type->isReferenceType()) return true;
    if (const auto* inner = type->getAsCXXRecordDecl()) {
      const TypeModel* known = model(inner);
      if (known ? known->kind == TypeKind::View || known->kind == TypeKind::Iterator ||
                      known->kind == TypeKind::Bag
                : holds_pointers(inner, depth + 1)) {
        return true;
      }
    }
  }
  for (const clang::CXXBaseSpecifier& base : record->getDefinition()->bases()) {
    if (holds_pointers(base.getType()->getAsCXXRecordDecl(), depth + 1)) return true;
  }
  return false;
}

bool Types::handle(TypeKind kind) const {
  switch (kind) {
    case TypeKind::Other:
    case TypeKind::Pointer:
    case TypeKind::View:
    case TypeKind::Iterator:
    case TypeKind::Unique:
    case TypeKind::Shared:
    case TypeKind::Weak:
    case TypeKind::Function:
    case TypeKind::Bag:
      return true;
    default:
      return false;
  }
}

Shape Types::shape(clang::QualType type) {
  type = type.getNonReferenceType();
  if (type->isBooleanType()) return Shape::Bool;
  if (type->isUnsignedIntegerOrEnumerationType()) return Shape::Unsigned;
  if (type->isIntegralOrEnumerationType()) return Shape::Signed;
  if (type->isRealFloatingType()) return Shape::Real;
  switch (kind(type)) {
    case TypeKind::Pointer:
    case TypeKind::View:
    case TypeKind::Iterator:
    case TypeKind::Unique:
    case TypeKind::Shared:
    case TypeKind::Weak:
    case TypeKind::Function:
    case TypeKind::Bag:
      return Shape::Pointer;
    default:
      return Shape::None;
  }
}

clang::QualType Types::element(clang::QualType type) {
  type = type.getNonReferenceType().getCanonicalType();
  if (type->isPointerType()) return type->getPointeeType();
  if (const auto* array = context_.getAsArrayType(type)) return array->getElementType();
  const auto* record = type->getAsCXXRecordDecl();
  const auto* special = llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(record);
  if (!special || special->getTemplateArgs().size() == 0) return {};
  const clang::TemplateArgument& first = special->getTemplateArgs()[0];
  if (first.getKind() != clang::TemplateArgument::Type) return {};
  // The elements of a map are pairs.
  const llvm::StringRef name = special->getName();
  if (name.ends_with("map")) {
    for (const clang::Decl* member : special->decls()) {
      const auto* alias = llvm::dyn_cast<clang::TypedefNameDecl>(member);
      if (alias && alias->getName() == "value_type") return alias->getUnderlyingType();
    }
  }
  return first.getAsType();
}

std::optional<std::int64_t> Types::extent(clang::QualType type) {
  if (type.isNull() || kind(type) != TypeKind::Inline) return std::nullopt;
  const auto* special = llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
      type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!special || special->getTemplateArgs().size() < 2 ||
      special->getTemplateArgs()[1].getKind() != clang::TemplateArgument::Integral)
    return std::nullopt;
  return number_of(special->getTemplateArgs()[1].getAsIntegral());
}

bool Types::ends(clang::QualType type, unsigned depth) {
  if (type.isNull() || type->isReferenceType() || depth > 4) return false;
  type = type.getCanonicalType().getUnqualifiedType();
  const auto [entry, fresh] = ends_.try_emplace(type.getTypePtr(), false);
  if (!fresh) return entry->second;
  bool result = false;
  switch (kind(type)) {
    case TypeKind::Unique:
    case TypeKind::Shared:
      result = true;
      break;
    case TypeKind::Container:
    case TypeKind::Inline:
    case TypeKind::Optional:
    case TypeKind::Array:
      result = ends(element(type), depth + 1);
      break;
    case TypeKind::Record: {
      const auto* record = type->getAsCXXRecordDecl();
      if (!record || !record->hasDefinition()) break;
      record = record->getDefinition();
      if (record->hasTrivialDestructor()) break;
      if (record->hasUserDeclaredDestructor()) result = true;
      // What a union holds is ended by hand.
      if (record->isUnion()) break;
      for (const clang::FieldDecl* field : record->fields()) result |= ends(field->getType(), depth + 1);
      for (const clang::CXXBaseSpecifier& base : record->bases()) result |= ends(base.getType(), depth + 1);
      break;
    }
    default:
      break;
  }
  ends_[type.getTypePtr()] = result;
  return result;
}

bool Types::moves(clang::QualType type) {
  type = type.getNonReferenceType();
  if (type.isConstQualified()) return false;
  switch (kind(type)) {
    case TypeKind::Unique:
    case TypeKind::Shared:
    case TypeKind::Weak:
    case TypeKind::Function:
    case TypeKind::Container:
      return true;
    case TypeKind::Optional:
      return !type.isTriviallyCopyableType(context_);
    case TypeKind::Record:
    case TypeKind::Opaque:
    case TypeKind::Bag: {
      const auto* record = type->getAsCXXRecordDecl();
      if (!record || !record->hasDefinition()) return false;
      return !type.isTriviallyCopyableType(context_) && record->getDefinition()->hasMoveConstructor();
    }
    default:
      return false;
  }
}

bool Types::borrows(clang::QualType type, unsigned depth) {
  if (type.isNull() || depth > 4) return false;
  if (type->isReferenceType()) return true;
  type = type.getCanonicalType().getUnqualifiedType();
  const auto [entry, fresh] = borrows_.try_emplace(type.getTypePtr(), false);
  if (!fresh) return entry->second;
  bool result = false;
  switch (kind(type)) {
    case TypeKind::Pointer:
    case TypeKind::View:
    case TypeKind::Iterator:
    case TypeKind::Function:
    case TypeKind::Bag:
    case TypeKind::Unique:
    case TypeKind::Shared:
    case TypeKind::Weak:
      result = true;
      break;
    case TypeKind::Container:
    case TypeKind::Inline:
    case TypeKind::Optional:
    case TypeKind::Array:
      result = borrows(element(type), depth + 1);
      break;
    case TypeKind::Record: {
      const auto* record = type->getAsCXXRecordDecl();
      if (!record || !record->hasDefinition()) break;
      record = record->getDefinition();
      for (const clang::FieldDecl* field : record->fields()) result |= borrows(field->getType(), depth + 1);
      for (const clang::CXXBaseSpecifier& base : record->bases())
        result |= borrows(base.getType(), depth + 1);
      break;
    }
    default:
      break;
  }
  borrows_[type.getTypePtr()] = result;
  return result;
}

bool Types::refers(clang::QualType type, unsigned depth) {
  if (type.isNull() || depth > 4) return false;
  if (type->isReferenceType()) return true;
  switch (kind(type)) {
    case TypeKind::Pointer:
    case TypeKind::View:
    case TypeKind::Iterator:
    case TypeKind::Function:
      return true;
    case TypeKind::Container:
    case TypeKind::Inline:
    case TypeKind::Optional:
    case TypeKind::Array:
      return refers(element(type), depth + 1);
    case TypeKind::Bag:
    case TypeKind::Record: {
      const auto* special =
          llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
      if (!special || !special->isInStdNamespace()) return false;
      const auto among = [&](auto&& self, llvm::ArrayRef<clang::TemplateArgument> arguments) -> bool {
        return llvm::any_of(arguments, [&](const clang::TemplateArgument& one) {
          if (one.getKind() == clang::TemplateArgument::Pack) return self(self, one.pack_elements());
          return one.getKind() == clang::TemplateArgument::Type && refers(one.getAsType(), depth + 1);
        });
      };
      return among(among, special->getTemplateArgs().asArray());
    }
    default:
      return false;
  }
}

bool Types::lends(clang::QualType type, unsigned depth) {
  if (type.isNull() || depth > 4) return false;
  if (refers(type)) return true;
  switch (kind(type)) {
    case TypeKind::Unique:
    case TypeKind::Shared:
    case TypeKind::Weak:
    case TypeKind::Container:
    case TypeKind::Inline:
    case TypeKind::Optional:
      return lends(element(type), depth + 1);
    case TypeKind::Bag:
      return true;
    case TypeKind::Record: {
      const auto* record = type->getAsCXXRecordDecl();
      if (!record || !record->hasDefinition()) return true;
      record = record->getDefinition();
      return llvm::any_of(
                 record->fields(),
                 [&](const clang::FieldDecl* field) { return lends(field->getType(), depth + 1); }) ||
             llvm::any_of(record->bases(), [&](const clang::CXXBaseSpecifier& base) {
               return lends(base.getType(), depth + 1);
             });
    }
    default:
      return false;
  }
}

bool Types::points_to(clang::QualType holder, clang::QualType target, unsigned depth) {
  if (holder.isNull() || depth > 6) return false;
  if (holder->isReferenceType() || holder->isPointerType())
    return context_.hasSameUnqualifiedType(holder->getPointeeType(), target.getNonReferenceType());
  const auto* record = holder->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition()) return false;
  // A tuple is made of a value for each of its elements: a pointer is copied, and points to no other
  // argument.
  const auto* special = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(record);
  const bool values =
      record->isInStdNamespace() && (record->getName() == "tuple" || record->getName() == "variant");
  if (special && values) {
    const auto among = [&](auto&& self, llvm::ArrayRef<clang::TemplateArgument> arguments) -> bool {
      return llvm::any_of(arguments, [&](const clang::TemplateArgument& one) {
        if (one.getKind() == clang::TemplateArgument::Pack) return self(self, one.pack_elements());
        if (one.getKind() != clang::TemplateArgument::Type) return false;
        const clang::QualType type = one.getAsType();
        const TypeKind element = type->isReferenceType() ? TypeKind::Pointer : kind(type);
        const bool own = element == TypeKind::Container || element == TypeKind::Inline;
        return !own && !type->isPointerType() && points_to(type, target, depth + 1);
      });
    };
    return among(among, special->getTemplateArgs().asArray());
  }
  for (const clang::FieldDecl* field : record->getDefinition()->fields()) {
    if (points_to(field->getType(), target, depth + 1)) return true;
  }
  for (const clang::CXXBaseSpecifier& base : record->getDefinition()->bases()) {
    if (points_to(base.getType(), target, depth + 1)) return true;
  }
  return false;
}

bool Types::lends(clang::QualType owner, clang::QualType reference) {
  owner = owner.getNonReferenceType();
  const auto* record = owner->getAsCXXRecordDecl();
  const bool declared = record && record->hasAttr<clang::OwnerAttr>();
  if (declared && (reference->isReferenceType() || handle(reference)))
    return kind(reference) != TypeKind::Other;
  if (reference->isReferenceType() || reference->isPointerType()) {
    const clang::QualType part = reference->getPointeeType();
    return !part->isVoidType() && contains(owner, part, 0);
  }
  const TypeKind kind = this->kind(reference);
  if (kind != TypeKind::View && kind != TypeKind::Iterator) return false;
  const clang::QualType part = element(reference);
  return !part.isNull() && contains(owner, part->isPointerType() ? part->getPointeeType() : part, 0);
}

bool Types::may_hide(clang::QualType owner, clang::QualType reference) {
  const auto* record = owner->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || record->isEmpty()) return false;
  const clang::QualType part = reference->getPointeeType();
  // Who has nothing to clean up has it all within.
  return !record->hasTrivialDestructor() || part.isNull() || part->isIncompleteType() ||
         part->isDependentType() || part->isFunctionType() ||
         context_.getTypeSizeInChars(part) <= context_.getTypeSizeInChars(owner);
}

bool Types::contains(clang::QualType owner, clang::QualType part, unsigned depth) {
  if (owner.isNull() || depth > 4) return false;
  switch (kind(owner)) {
    case TypeKind::Container:
    case TypeKind::Inline:
    case TypeKind::Optional:
    case TypeKind::Unique:
    case TypeKind::Array: {
      const clang::QualType inner = element(owner);
      if (inner.isNull()) return false;
      return context_.hasSameUnqualifiedType(inner, part) || contains(inner, part, depth + 1);
    }
    case TypeKind::Record:
      break;
    default:
      return false;
  }
  const auto* record = owner->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition()) return false;
  for (const clang::FieldDecl* field : record->getDefinition()->fields()) {
    const clang::QualType type = field->getType();
    if ((type->isRecordType() && context_.hasSameUnqualifiedType(type, part)) ||
        contains(type, part, depth + 1))
      return true;
  }
  for (const clang::CXXBaseSpecifier& base : record->getDefinition()->bases()) {
    if (contains(base.getType(), part, depth + 1)) return true;
  }
  return false;
}

bool Types::views(clang::QualType holder, clang::QualType owner, bool temporary) {
  const TypeKind given = kind(owner);
  const auto* record = holder->getAsCXXRecordDecl();
  if (!record || (given != TypeKind::Container && given != TypeKind::Inline)) return false;
  const auto* special = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(record);
  if (!special) {
    if (!record->hasDefinition()) return false;
    const auto fields = record->getDefinition()->fields();
    const bool room = llvm::any_of(fields, [&](const clang::FieldDecl* field) {
      return context_.hasSameUnqualifiedType(field->getType(), owner.getNonReferenceType());
    });
    return !(temporary && room) && llvm::any_of(fields, [&](const clang::FieldDecl* field) {
      return kind(field->getType()) == TypeKind::View && lends(owner, field->getType());
    });
  }
  const auto among = [&](auto&& self, llvm::ArrayRef<clang::TemplateArgument> arguments) -> bool {
    return llvm::any_of(arguments, [&](const clang::TemplateArgument& one) {
      if (one.getKind() == clang::TemplateArgument::Pack) return self(self, one.pack_elements());
      return one.getKind() == clang::TemplateArgument::Type && kind(one.getAsType()) == TypeKind::View &&
             lends(owner, one.getAsType());
    });
  };
  return among(among, special->getTemplateArgs().asArray());
}

bool Types::callable(clang::QualType type, unsigned depth) {
  if (type.isNull() || depth > 3) return false;
  type = type.getNonReferenceType();
  const auto* record = type->getAsCXXRecordDecl();
  if (record && record->isLambda()) return true;
  const TypeKind kind = this->kind(type);
  if (kind == TypeKind::Function) return true;
  const bool row = kind == TypeKind::Container || kind == TypeKind::Inline || kind == TypeKind::Array ||
                   kind == TypeKind::Optional;
  return row && callable(element(type), depth + 1);
}

bool Types::reserved(const clang::FieldDecl* member) {
  const auto [entry, fresh] = reserved_.try_emplace(member->getCanonicalDecl(), false);
  if (!fresh) return entry->second;
  const auto reserves = [&](auto&& self, const clang::Stmt* statement) -> bool {
    if (!statement) return false;
    if (const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(statement)) {
      const clang::CXXMethodDecl* method = call->getMethodDecl();
      const auto* object =
          llvm::dyn_cast<clang::MemberExpr>(call->getImplicitObjectArgument()->IgnoreImpCasts());
      if (method && method->getIdentifier() && method->getName() == "reserve" && object &&
          object->getMemberDecl()->getCanonicalDecl() == member->getCanonicalDecl())
        return true;
    }
    return std::any_of(statement->child_begin(), statement->child_end(),
                       [&](const clang::Stmt* child) { return self(self, child); });
  };
  const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(member->getParent());
  bool found = false;
  if (record) {
    for (const clang::CXXConstructorDecl* constructor : record->ctors()) {
      const clang::FunctionDecl* definition = nullptr;
      if (constructor->hasBody(definition)) found = found || reserves(reserves, definition->getBody());
    }
  }
  return reserved_[member->getCanonicalDecl()] = found;
}

}  // namespace hull::safety
