// A call of what a table describes, verb by verb.
#pragma once

#include <vector>

#include "safety/clang/lower.h"

namespace hull::safety {

/// A call of a function or method that a table of models describes: its verbs become facts, in their order.
/// docs/safety/models.md says what each verb means.
class ModelCall {
 public:
  /// `type` is the model of the class whose method it is, `object` the object; nullptr and kNoRegister for
  /// functions.
  ModelCall(Lowering& in, const clang::Expr* expression, const FunctionModel& model, const TypeModel* type,
            Register object, clang::QualType object_type, const std::vector<const clang::Expr*>& arguments,
            const char* name)
      : in_(in),
        expression_(expression),
        model_(model),
        type_(type),
        object_(object),
        object_type_(object_type),
        arguments_(arguments),
        name_(name),
        kind_(type ? type->kind : TypeKind::Other) {}

  /// The register of the result.
  Register lower();

 private:
  std::vector<Verb> in_order() const;
  void use_arguments();
  void lower(const Verb& verb);

  // Operands: the object is -1.
  const clang::Expr* argument(int index) const;
  Register operand(int index);
  Register operand_value(int index);
  clang::QualType operand_type(int index) const;
  TypeKind of_kind(int index) const;
  bool iterator_argument(int index) const;
  Register element(Register of, std::int64_t number, Register at);
  Step inner_steps(int index) const;

  // Containers and positions.
  void element_at(const Verb& verb);
  void put_key(const Verb& verb);
  void emplace(const Verb& verb);
  void erase_end(const Verb& verb);
  void deref(const Verb& verb);
  void view(const Verb& verb);
  void position(const Verb& verb);
  void grow(const Verb& verb);
  void put_all();
  void reallocate(const Verb& verb);
  void invalidate(const Verb& verb);
  void positions(const Verb& verb);
  void clear(const Verb& verb);
  void erase(const Verb& verb);
  void erase_next(const Verb& verb);
  void shrink(const Verb& verb);
  void size(const Verb& verb);
  void matches(const Verb& verb);
  void vacate_at(const Verb& verb);
  void size_of(const Verb& verb);
  void non_empty(const Verb& verb);
  void index(const Verb& verb);
  void has(const Verb& verb);
  void insert_or_remove(const Verb& verb);
  void advance(const Verb& verb);

  // Owners, optionals, and memory by hand.
  void value_of(const Verb& verb);
  void reset(const Verb& verb);
  void release();
  void make_owned(const Verb& verb);
  void swap(const Verb& verb);
  void exchange(const Verb& verb);
  void borrow(const Verb& verb);
  void borrow_all();
  void keep();
  void engage();
  void value_or(const Verb& verb);
  void allocate(const Verb& verb);
  void reallocate_memory(const Verb& verb);
  void free_memory(const Verb& verb);
  void write(const Verb& verb);
  void fresh(const Verb& verb);

  // Views, texts, and what is called.
  void trim(const Verb& verb);
  void sub_view();
  void match();
  void counted(const Verb& verb);
  void scan(const Verb& verb);
  void call();
  void index_pointer(const Verb& verb);

  Lowering& in_;
  const clang::Expr* expression_;
  const FunctionModel& model_;
  const TypeModel* type_;
  Register object_;
  clang::QualType object_type_;
  const std::vector<const clang::Expr*>& arguments_;
  const char* name_;
  TypeKind kind_;
  Register answer_ = kNoRegister;
  Register was_there_ = kNoRegister;  ///< Whether the key of an insertion was there before.
  Register built_ = kNoRegister;      ///< An object that a verb made where the result goes.
};

}  // namespace hull::safety
