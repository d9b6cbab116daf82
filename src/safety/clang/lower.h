// Lowers one function: Clang's control flow graph becomes facts.
//
// Every expression is an element of the graph and is lowered once, in the order of evaluation, into a
// register. An expression of class type names its object: where the object goes is settled before, in
// `destinations_`, so that a temporary that becomes a variable is that variable from the start.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "clang/Analysis/CFG.h"
#include "safety/clang/types.h"
#include "safety/fact.h"
#include "safety/summary.h"

namespace hull::safety {

/// Gives what is known of functions that are called.
class SummarySource {
 public:
  virtual ~SummarySource() = default;
  /// nullptr when nothing is known. The summary lives as long as the source.
  virtual const Summary* summary(const clang::FunctionDecl* function) = 0;
  /// The name under which other units know the function; nullptr when units are not joined.
  virtual const char* key(const clang::FunctionDecl* function) = 0;
};

/// A call, for the strict profile.
struct Called {
  enum class How {
    Body,       ///< Its body is in sight.
    Elsewhere,  ///< Another unit may have it, and units are joined.
    Virtual,    ///< Which body runs is not known.
    Unknown,    ///< Nobody has it.
    Library,    ///< A part of the library that no model describes.
    Kept,       ///< A function object is made of it, which others call.
  };
  const clang::FunctionDecl* callee;
  clang::SourceLocation where;
  How how;
};

class Lowering {
 public:
  /// `strict`: the facts ask for what the strict profile does.
  Lowering(const clang::FunctionDecl* function, Types& types, SummarySource& summaries, bool strict);

  /// nullptr when Clang makes no graph of the body.
  std::unique_ptr<Facts> run();
  /// What it calls, without what a model describes.
  const std::vector<Called>& called() const { return called_; }

 private:
  friend class ModelCall;

  using Objects = std::vector<std::pair<PlaceId, clang::QualType>>;

  // Emitting
  Fact& emit(Fact fact);
  Register fresh() { return facts_->registers++; }
  Register address(PlaceId place);
  Register constant(std::int64_t value);
  Register unknown(Shape shape, bool not_null = false, PlaceId place = kNoPlace);
  Register load(Register from, Shape shape, bool deep = false);
  Register part(Register of, Step step, const void* what = nullptr);
  Register field(Register of, const clang::FieldDecl* field);
  const void* known(const clang::FieldDecl* field);
  /// The same for what has static storage, which other units may name too.
  const void* known_static(const clang::NamedDecl* declaration);
  Register content(Register of) { return part(of, Step::Content); }
  Register computed(Op op, Register a, Register b = kNoRegister, std::int64_t number = 0,
                    Shape shape = Shape::None);
  void store(Register to, Register value);
  void use(Register what, Handle handle = Handle::Reference, const char* word = nullptr,
           bool only_end = false);
  void read(Register what, bool value_only, const char* word = nullptr);
  /// An argument of a callee whose body is not seen. Who takes an object by a reference that is not const may
  /// fill it, so that it is not read before.
  void read_given(Register given, const clang::Expr* argument, const clang::FunctionDecl* callee,
                  std::size_t index);
  void forget();

  // lower.cc: the function
  void parameters();
  void element(const clang::CFGElement& element);
  void statement(const clang::Stmt* statement);
  void terminator(const clang::CFGBlock& block, FactBlock& facts);
  void assertion(const clang::CFGBlock& block);
  bool tells(const clang::Stmt* statement, clang::SourceLocation macro) const;
  void full_expression_ends(const clang::Expr* root);
  void declare(const clang::VarDecl* variable);
  void caught(const clang::CXXCatchStmt* handler);
  void return_value(const clang::ReturnStmt* statement);
  static const clang::CXXCtorInitializer* last_base(const clang::CXXConstructorDecl* constructor);
  void members_begin(const clang::CXXConstructorDecl* constructor);
  void initializer(const clang::CXXCtorInitializer* initializer);
  PlaceId initialized(const clang::CXXCtorInitializer* initializer);
  void destine_base(const clang::Expr* expression, PlaceId object, bool another);
  void variable_ends(const clang::VarDecl* variable, bool destroy);
  void find_full_expressions(const clang::Stmt* body);
  void find_deleting_loops(const clang::Stmt* body);
  void all_deleted(const clang::Expr* container);
  Register named_again(const clang::Expr* expression, bool value);
  void find_loop_tests(const clang::Stmt* loop);
  void full_expression(const clang::Expr* root, bool forget);
  void objects_end(const Objects& objects, Cause cause);
  void destine(const clang::Expr* expression, PlaceId place);

  // lower_expression.cc
  Register eval(const clang::Expr* expression);
  Register lower(const clang::Expr* expression);
  Register value(const clang::Expr* expression);  ///< The value, also of a handle of class type.
  Register place_register(const clang::VarDecl* variable);
  PlaceId place_of(const clang::VarDecl* variable);
  PlaceId destination(const clang::Expr* expression);
  Register cast(const clang::CastExpr* expression);
  Register unary(const clang::UnaryOperator* expression);
  bool sides(const clang::Expr* expression, std::vector<Register>& asked) const;
  Register binary(const clang::BinaryOperator* expression);
  Register subscript(const clang::ArraySubscriptExpr* expression);
  Shape written_index(const clang::Expr* index) const;
  std::int64_t elements_of(const clang::Expr* expression) const;
  Register member(const clang::MemberExpr* expression);
  Register new_object(const clang::CXXNewExpr* expression);
  Register delete_object(const clang::CXXDeleteExpr* expression);
  Register list(const clang::InitListExpr* expression);
  Register closure(const clang::LambdaExpr* expression);
  Register materialize(const clang::MaterializeTemporaryExpr* expression);
  bool names_local(const clang::Expr* expression) const;
  /// Whether the object that the prvalue makes was made in `place` and nowhere else.
  bool made_in(const clang::Expr* expression, PlaceId place) const;

  // lower_text.cc
  static const clang::Expr* pointed(const clang::Expr* expression);
  std::int64_t room_of(const clang::Expr* pointer) const;
  void fits(const clang::Expr* buffer, Register needed, const char* name);
  Register text_length(const clang::Expr* text);
  void text(Verb::Op op, const clang::Expr* to, const clang::Expr* from, const char* name);
  void print_text(const std::vector<const clang::Expr*>& arguments, const char* name);

  // lower_object.cc: objects that are made, copied, moved and destroyed
  Register construct(const clang::CXXConstructExpr* expression);
  void construct_handle(clang::QualType type, Register object,
                        const std::vector<const clang::Expr*>& arguments);
  void make(clang::QualType type, Register to, const std::vector<const clang::Expr*>& arguments);
  void convert(clang::QualType type, Register to, clang::QualType from_type, Register from);
  Register kept_of(clang::QualType holder, const clang::Expr* argument);
  void begin(PlaceId place, bool unwritten);
  void name_fields(clang::QualType type, Register object, unsigned depth);
  bool copied_by_parts(clang::QualType type, bool move, bool assign, unsigned depth);
  bool copy_by_author(clang::QualType type, Register to, Register from, bool move, bool assign);
  void copy(clang::QualType type, Register to, Register from, bool move, bool assign, unsigned depth = 0);
  void copy_parts(const clang::CXXRecordDecl* record, Register to, Register from, bool move, bool assign,
                  unsigned depth);
  void copy_base(clang::QualType type, Register to, Register from, bool move, bool assign, unsigned depth);
  void move_parts(const clang::CXXRecordDecl* record, Register to, Register from, unsigned depth);
  void destroy(clang::QualType type, Register object, unsigned depth = 0, bool base = false);
  void destroyed_unseen(clang::QualType type);
  void free_owned(clang::QualType type, Register held, const char* word, unsigned depth);
  void emplace(Register into, clang::QualType type, const clang::Expr* at,
               const std::vector<const clang::Expr*>& arguments);
  void put(Register into, const clang::Expr* argument, clang::QualType element = {});
  void strings_move(clang::QualType type, Register from, unsigned depth = 0);
  void owned_moves(clang::QualType type, Register from, unsigned depth = 0);
  void put_listed(Register into, Register elements, clang::QualType element);
  void put_value(Register into, clang::QualType type, Register value_or_object, bool move);
  bool names_element_of_bag(const clang::Expr* expression);
  void moved(Register object, const clang::Expr* expression, const char* word);
  void emptied(Register owner);
  void mark_moved(clang::QualType type, Register object, Where where, const char* word, unsigned depth);
  void unwritten_fields(clang::QualType type, PlaceId place, unsigned depth);

  // lower_variant.cc
  bool is_variant(clang::QualType type) const;
  Register which_alternative(clang::QualType type, Register object);
  Register alternative(clang::QualType type, Register object);
  void choose_alternative(clang::QualType type, Register object, const clang::Expr* given);
  void emplace_alternative(clang::QualType type, Register object, const clang::Expr* call);
  Register holds_alternative(clang::QualType type, Register object, const clang::Expr* call);

  // lower_thread.cc
  clang::QualType held_atomically(const clang::CXXRecordDecl* record) const;
  bool construct_shared(const clang::CXXRecordDecl* record, Register object, const clang::Expr* given);
  Register call_atomic(const clang::CXXMethodDecl* method, Register object,
                       const std::vector<const clang::Expr*>& arguments);
  bool call_once(Register flag, const clang::Expr* callable);

  // lower_call.cc
  clang::QualType whole(const clang::Expr* object);
  Register call(const clang::CallExpr* expression);
  Register known_of_type(const clang::CallExpr* expression, const clang::FunctionDecl* callee);
  Register call_adaptor(const clang::Expr* expression, const clang::FunctionDecl* callee, Register object,
                        const std::vector<const clang::Expr*>& arguments);
  Register call_function(const clang::Expr* expression, const clang::FunctionDecl* callee, Register object,
                         clang::QualType object_type, const std::vector<const clang::Expr*>& arguments,
                         const FunctionModel* known = nullptr);
  Register call_model(const clang::Expr* expression, const FunctionModel& model, const TypeModel* type,
                      Register object, clang::QualType object_type,
                      const std::vector<const clang::Expr*>& arguments, const char* name);
  Register call_summary(const clang::Expr* expression, const clang::FunctionDecl* callee,
                        const Summary* summary, Register object,
                        const std::vector<const clang::Expr*>& arguments);
  /// Whether another unit of the program may have the body, and units are joined.
  bool defined_elsewhere(const clang::FunctionDecl* function);
  /// A call of such a function: what is emitted for an unknown callee counts until its summary is there.
  Register call_elsewhere(const clang::Expr* expression, const clang::FunctionDecl* callee, Register object,
                          const std::vector<const clang::Expr*>& arguments);
  /// The last call was to such a function: `unknown` emits what counts for it until then.
  template <class Unknown>
  void otherwise(Unknown unknown) {
    CallSite& site = *facts_->calls.back();
    const std::size_t after = block_->facts.size();
    unknown();
    site.otherwise = block_->facts.size() - after;
  }
  Register call_unknown(const clang::Expr* expression, const clang::FunctionDecl* callee, Register object,
                        const std::vector<const clang::Expr*>& arguments);
  static const clang::CXXMethodDecl* body_of(const clang::CXXRecordDecl* closure);
  bool only_reads(const clang::CXXRecordDecl* closure);
  bool run_closure(const clang::CXXRecordDecl* closure, Register object);
  const clang::Expr* asserted(const std::vector<const clang::Expr*>& arguments) const;
  Register result(const clang::Expr* expression, Register value);
  Register result_unknown(const clang::Expr* expression);
  Register key(const clang::Expr* expression);
  static bool names_key(const clang::Expr* expression);
  Register assign(Register object, clang::QualType type, const clang::Expr* argument);
  void fill_zeros(clang::QualType type, Register object, unsigned depth);
  Register size_of(Register container, clang::QualType type);
  void construct_made(clang::QualType type, Register object,
                      const std::vector<const clang::Expr*>& arguments);
  void given_away(const clang::Expr* argument);
  static bool bound_to_this(const clang::CXXMethodDecl* method);
  const char* word(const clang::NamedDecl* declaration);

  // lower_strict.cc
  struct Given {
    Register places;
    bool writes;
    bool position;  ///< Of a container, which others may be given too.
  };
  void apart(const clang::FunctionDecl* callee, Register object,
             const std::vector<const clang::Expr*>& arguments);
  void give(std::vector<Given>& given, const clang::Expr* argument, clang::QualType type);
  void give_closure(std::vector<Given>& given, const clang::CXXRecordDecl* closure, Register object);
  void note_call(const clang::Expr* expression, const clang::FunctionDecl* callee, Called::How how);
  void grow_inserted(const std::vector<const clang::Expr*>& arguments, const char* name);
  void note_kept(const clang::Expr* callable);
  void note_unmodelled(const clang::Expr* expression, const clang::FunctionDecl* callee);

  const clang::FunctionDecl* function_;
  Types& types_;
  SummarySource& summaries_;
  clang::ASTContext& context_;
  std::unique_ptr<Facts> facts_;
  FactBlock* block_ = nullptr;
  Where where_ = 0;
  std::unordered_map<const clang::Expr*, Register> registers_;
  std::unordered_map<const clang::Expr*, PlaceId> destinations_;
  /// What makes a base of an object: whether another base has been made where the object is.
  std::unordered_map<const clang::Expr*, bool> bases_;
  struct FullExpression {
    bool forget;      ///< Nothing after it needs its value.
    Objects objects;  ///< Temporaries, in the order in which they are made.
  };
  std::unordered_map<const clang::Expr*, FullExpression> full_expressions_;
  std::unordered_map<const clang::Stmt*, const clang::Expr*> root_of_;
  std::unordered_map<const clang::VarDecl*, Objects> extended_;
  std::unordered_map<const clang::Stmt*, LoopTest> loop_tests_;
  /// Loops that delete all elements of a container, by the variable that ends with the loop.
  std::unordered_map<const clang::VarDecl*, const clang::Expr*> deleting_loops_;
  std::unordered_set<const clang::Expr*> addressed_;  ///< Of which only the address is taken.
  llvm::DenseMap<const clang::ValueDecl*, clang::FieldDecl*> captures_;
  clang::FieldDecl* captured_this_ = nullptr;
  Cause owner_ends_ = Cause::Owner;  ///< Why owners are destroyed.
  bool destroys_all_ = false;        ///< All elements of a container end.
  PlaceId this_place_ = kNoPlace;
  PlaceId self_ = kNoPlace;  ///< `*this`.
  const bool strict_;
  std::vector<Called> called_;
  bool tries_ = false;  ///< An exception that is thrown here may be caught here.
};

/// A string that lives as long as the program.
const char* kept(llvm::StringRef text);

/// How the default deleter of a smart pointer frees; kAnyAllocation for another deleter.
std::int64_t deleter(clang::QualType type);

/// `expression` without what only wraps it.
const clang::Expr* bare(const clang::Expr* expression);

/// Whether the lvalue names what an object has of a base class.
bool names_base(const clang::Expr* expression);

/// The expression that makes the object which the prvalue `expression` is.
const clang::Expr* maker(const clang::Expr* expression);

}  // namespace hull::safety
