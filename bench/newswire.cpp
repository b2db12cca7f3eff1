#include "newswire.hpp"

#include <array>
#include <span>
#include <vector>

namespace cotejo::bench {
namespace {

using Words = std::span<const std::string_view>;

/// What one language's text is made of. In a shape, a capital letter behind % names a list.
struct Vocabulary {
  Words shapes, clauses, given_names, surname_parts, places, roles, bodies, verbs, nouns, plurals,
      adjectives, times, units;
};

constexpr auto es_shapes = std::to_array<std::string_view>({
    "“%C”, %V %T %R %N.",
    "«%C», %V %N.",
    "%R %N %V que %C.",
    "%N, %R, %V %T que %C y que %C.",
    "Según %B, %C.",
    "%B informó %T de que %C, unos %U más que %T.",
    "El %M de %L %Q %U en %L, tras %U de %P.",
    "Cerca de %U llegaron %T a %L con %P %A.",
    "“%C”, dijo. “%C”, añadió %R %N en declaraciones a %B.",
    "%C; además, %C, explicó %B.",
    "La %M, que %V %N, costó %U, un %D % más que %T.",
    "%N y %N se reunieron en %L para hablar de los %P %A.",
    "%C, aunque %B lo negó.",
    "El plan prevé %U para %P y otros %U para %P %A hasta 20%D.",
});
constexpr auto es_clauses = std::to_array<std::string_view>({
    "no habrá %P este año",
    "los %P de %L seguirán %A",
    "el %M quedará listo en %U",
    "la ciudad de %L recibirá %U",
    "nadie en %L quiere más %P",
    "el %M %A empezó a funcionar %T",
    "hemos perdido %U por culpa de los %P",
    "es la hora de hablar con los %P de %L",
    "el precio subió un %D,%D % en %U",
    "queremos que %N venga a %L",
    "tenemos más de %U y ningún %M",
    "los trabajos en %L durarán %U",
});
constexpr auto es_verbs = std::to_array<std::string_view>(
    {"dijo", "aseguró", "afirmó", "explicó", "anunció", "negó", "advirtió", "recordó", "pidió",
     "ha dicho", "insistió en", "declaró", "señaló", "construyó", "vendió", "abrió", "visitó"});
constexpr auto es_roles = std::to_array<std::string_view>(
    {"la ministra", "el portavoz", "la alcaldesa", "el presidente", "el director", "la jueza",
     "el secretario general", "una vecina", "el jefe de la policía", "la embajadora",
     "el experto"});
constexpr auto es_bodies = std::to_array<std::string_view>(
    {"la agencia", "el Gobierno", "la ONU", "fuentes del ministerio", "el diario", "la policía",
     "Reuters", "el sindicato", "la empresa", "el Ejército", "la Comisión Europea"});
constexpr auto es_nouns = std::to_array<std::string_view>(
    {"puente", "puerto", "hospital", "acuerdo", "tren", "mercado", "barrio", "proyecto", "informe",
     "embalse", "aeropuerto", "contrato", "juicio", "colegio", "museo", "tribunal", "incendio"});
constexpr auto es_plurals = std::to_array<std::string_view>(
    {"soldados", "vecinos", "trabajadores", "heridos", "barcos", "camiones", "aviones", "millones",
     "alumnos", "pescadores", "agricultores", "médicos", "viviendas", "empleos", "misiles"});
constexpr auto es_adjectives = std::to_array<std::string_view>(
    {"nuevo", "viejos", "europeos", "cerrado", "pendientes", "rusos", "gratuitos", "regional",
     "abiertos", "históricos", "provisional", "urgentes", "locales", "militares"});
constexpr auto es_times = std::to_array<std::string_view>(
    {"ayer", "el martes", "esta mañana", "el 3 de mayo", "hace dos años", "el viernes", "en 2019",
     "por la noche", "la semana pasada", "a las 10.30"});
constexpr auto es_units = std::to_array<std::string_view>(
    {"euros", "kilómetros", "personas", "toneladas", "días", "millones de dólares", "hectáreas",
     "horas", "mil habitantes", "meses"});
constexpr auto es_places = std::to_array<std::string_view>(
    {"Madrid", "Lima", "Bogotá", "Corea del Norte", "Valparaíso", "Ucrania", "Sevilla", "México",
     "Buenos Aires", "Rusia", "EE. UU.", "Vigo", "Quito", "Bruselas", "San José"});
constexpr auto es_given =
    std::to_array<std::string_view>({"Ana", "Luis", "Marta", "Íñigo", "José", "Elena", "Pablo",
                                     "Nuria", "Andrés", "Lucía", "Iván"});
constexpr auto es_parts = std::to_array<std::string_view>(
    {"ro",  "me", "gar", "cí",  "lo", "pe",  "re", "to",  "val", "der",
     "mon", "ti", "za",  "que", "ña", "bar", "sa", "lin", "co",  "ur"});

constexpr auto en_shapes = std::to_array<std::string_view>({
    "“%C,” %V %R %N %T.",
    "\"%C,\" %N %V.",
    "%R %N %V that %C.",
    "%N, %R, %V %T that %C and that %C.",
    "According to %B, %C.",
    "%B said %T that %C, some %U more than %T.",
    "The %M in %L %Q %U, after %U of %P.",
    "About %U arrived in %L %T with %A %P.",
    "“%C,” %N’s lawyer said. “%C,” added %R %N in a talk with %B.",
    "%C; moreover, %C, %B explained.",
    "The %M that %N %V cost $%U, %D% more than %T.",
    "%N and %N met in %L to talk about the %A %P.",
    "%C, although %B denied it.",
    "The plan wants %U for %P and another %U for %A %P until 20%D.",
});
constexpr auto en_clauses = std::to_array<std::string_view>({
    "there will be no %P this year",
    "the %P of %L will stay %A",
    "the %M will be ready in %U",
    "the city of %L will get %U",
    "nobody in %L wants more %P",
    "the %A %M began to work %T",
    "we have lost %U because of the %P",
    "it’s time to talk to the %P of %L",
    "the price rose by %D.%D% in %U",
    "we want %N to come to %L",
    "we have more than %U and don’t have a %M",
    "work in %L will take %U",
});
constexpr auto en_verbs = std::to_array<std::string_view>(
    {"said", "claimed", "told reporters", "explained", "announced", "denied", "warned", "recalled",
     "asked", "has said", "insisted", "declared", "noted", "built", "sold", "opened", "visited"});
constexpr auto en_roles = std::to_array<std::string_view>(
    {"the minister", "the spokesman", "the mayor", "the president", "the director", "the judge",
     "the secretary general", "a neighbor", "the police chief", "the ambassador", "the expert"});
constexpr auto en_bodies = std::to_array<std::string_view>(
    {"the agency", "the government", "the UN", "sources in the ministry", "the newspaper",
     "the police", "Reuters", "the union", "the company", "the army", "the European Commission"});
constexpr auto en_nouns = std::to_array<std::string_view>(
    {"bridge", "port", "hospital", "deal", "train", "market", "quarter", "project", "report",
     "reservoir", "airport", "contract", "trial", "school", "museum", "court", "fire"});
constexpr auto en_plurals = std::to_array<std::string_view>(
    {"soldiers", "neighbors", "workers", "wounded", "ships", "trucks", "aircraft", "millions",
     "pupils", "fishermen", "farmers", "doctors", "homes", "jobs", "missiles"});
constexpr auto en_adjectives = std::to_array<std::string_view>(
    {"new", "old", "European", "closed", "pending", "Russian", "free", "regional", "open",
     "historic", "provisional", "urgent", "local", "military"});
constexpr auto en_times = std::to_array<std::string_view>(
    {"yesterday", "on Tuesday", "this morning", "on May 3", "two years ago", "on Friday", "in 2019",
     "at night", "last week", "at 10:30 a.m."});
constexpr auto en_units = std::to_array<std::string_view>(
    {"euros", "miles", "people", "tonnes", "days", "million dollars", "acres", "hours",
     "thousand residents", "months"});
constexpr auto en_places = std::to_array<std::string_view>(
    {"Madrid", "Lima", "Boston", "North Korea", "Leeds", "Ukraine", "Seville", "Mexico",
     "Buenos Aires", "Russia", "the U.S.", "Cork", "Quito", "Brussels", "San Jose"});
constexpr auto en_given =
    std::to_array<std::string_view>({"Ann", "Lewis", "Martha", "Owen", "Joseph", "Ellen", "Paul",
                                     "Nora", "Andrew", "Lucy", "Ivan"});
constexpr auto en_parts = std::to_array<std::string_view>(
    {"har",  "ton",  "wick", "ley", "smi", "ber", "ford", "win",  "mac",  "don",
     "sher", "wood", "ing",  "low", "ram", "say", "bell", "stan", "cott", "ard"});

constexpr Vocabulary spanish{es_shapes,     es_clauses, es_given, es_parts, es_places,
                             es_roles,      es_bodies,  es_verbs, es_nouns, es_plurals,
                             es_adjectives, es_times,   es_units};
constexpr Vocabulary english{en_shapes,     en_clauses, en_given, en_parts, en_places,
                             en_roles,      en_bodies,  en_verbs, en_nouns, en_plurals,
                             en_adjectives, en_times,   en_units};

class Writer {
 public:
  Writer(const Vocabulary& words, std::uint64_t seed) : words_(words), state_(seed * 2 + 1) {}

  std::string run(std::size_t bytes) {
    text_.reserve(bytes + 4096);
    while (text_.size() < bytes) paragraph();
    return std::move(text_);
  }

 private:
  std::uint64_t next() {  // splitmix64
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t count) { return next() % count; }
  std::string_view one_of(Words list) { return list[below(list.size())]; }

  void paragraph() {
    const std::size_t sentences = 1 + below(4);
    for (std::size_t i = 0; i < sentences; ++i) {
      if (i > 0) text_ += ' ';
      const std::size_t begin = text_.size();
      fill(one_of(words_.shapes));
      if (text_[begin] >= 'a' && text_[begin] <= 'z') text_[begin] -= 'a' - 'A';
    }
    text_ += '\n';
  }

  void fill(std::string_view shape) {
    for (std::size_t i = 0; i < shape.size(); ++i) {
      if (shape[i] != '%' || i + 1 == shape.size() || shape[i + 1] < 'A' || shape[i + 1] > 'Z') {
        text_ += shape[i];
      } else {
        place(shape[++i]);
      }
    }
  }

  void place(char what) {
    switch (what) {
      case 'C':
        return fill(one_of(words_.clauses));
      case 'V':
      case 'Q':
        text_ += one_of(words_.verbs);
        return;
      case 'R':
        text_ += one_of(words_.roles);
        return;
      case 'B':
        text_ += one_of(words_.bodies);
        return;
      case 'M':
        return noun(words_.nouns);
      case 'P':
        return noun(words_.plurals);
      case 'A':
        text_ += one_of(words_.adjectives);
        return;
      case 'T':
        text_ += one_of(words_.times);
        return;
      case 'L':
        text_ += one_of(words_.places);
        return;
      case 'D':
        text_ += std::to_string(10 + below(89));
        return;
      case 'N':
        return name();
      default:
        return number_and_unit();
    }
  }

  /// A known noun, or now and then a word that no list holds.
  void noun(Words list) {
    if (below(4) != 0)
      text_ += one_of(list);
    else
      rare_word();
  }

  void rare_word() {
    const std::size_t parts = 2 + below(4);
    for (std::size_t i = 0; i < parts; ++i) text_ += one_of(words_.surname_parts);
  }

  void name() {
    text_ += one_of(words_.given_names);
    text_ += ' ';
    const std::size_t begin = text_.size();
    rare_word();
    if (text_[begin] >= 'a' && text_[begin] <= 'z') text_[begin] -= 'a' - 'A';
  }

  void number_and_unit() {
    text_ += std::to_string(1 + below(999));
    if (below(3) == 0) text_ += &words_ == &spanish ? ".500" : ",500";
    text_ += ' ';
    text_ += one_of(words_.units);
  }

  const Vocabulary& words_;
  std::uint64_t state_;
  std::string text_;
};

}  // namespace

std::string newswire(std::string_view language, std::size_t bytes, std::uint64_t seed) {
  return Writer(language == "en" ? english : spanish, seed).run(bytes);
}

}  // namespace cotejo::bench
