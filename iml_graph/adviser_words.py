"""Words and sentences of the answers to advisers, in English, French and Spanish; ``iml_graph.labels`` gives them."""

from __future__ import annotations

Texts = tuple[str, str, str]

WORDS: dict[str, Texts] = {
    "added": ("New", "Nouveau", "Nuevo"),
    "after": ("After", "Après", "Después"),
    "article": ("Article", "Article", "Artículo"),
    "asserted": ("Claims of custom", "Coutume affirmée", "Costumbre afirmada"),
    "before": ("Before", "Avant", "Antes"),
    "begun": ("Begun", "Début", "Comienzo"),
    "better": ("Rights covered better", "Droits mieux couverts", "Derechos mejor cubiertos"),
    "binding_by": ("Already binding by", "Déjà contraignant par", "Ya obliga por"),
    "contested": ("Claims contested", "Coutume contestée", "Costumbre impugnada"),
    "cover": ("Cover", "Couverture", "Cobertura"),
    "cover_before": ("Cover before", "Couverture avant", "Cobertura antes"),
    "depth": ("Step", "Niveau", "Nivel"),
    "ended": ("Ended", "Fin", "Fin"),
    "event": ("What happened", "Ce qui s’est passé", "Qué ocurrió"),
    "gives": ("Rights that it covers", "Droits qu’il couvre", "Derechos que cubre"),
    "group": ("Group of rights", "Groupe de droits", "Grupo de derechos"),
    "interval": ("Interval", "Intervalle", "Intervalo"),
    "iri": ("Address", "Adresse", "Dirección"),
    "judged_by": ("Judged by", "Apprécié par", "Apreciado por"),
    "known": ("Last known", "Dernier état connu", "Último estado conocido"),
    "limits": ("Limits", "Limites", "Límites"),
    "newness": ("Share new", "Part nouvelle", "Parte nueva"),
    "on_day": ("Day", "Jour", "Día"),
    "overlap": ("Overlap", "Recouvrement", "Coincidencia"),
    "perhaps": ("May bind, not known", "Lie peut-être, inconnu", "Quizá obliga, no se sabe"),
    "rests_on": ("Rests on", "Repose sur", "Se apoya en"),
    "rights_given": ("Rights", "Droits", "Derechos"),
    "soft": ("Non-binding texts", "Textes non contraignants", "Textos no vinculantes"),
    "subject": ("What it is about", "Objet", "Objeto"),
    "sure": ("How sure", "Certitude", "Certeza"),
    "text": ("What it says", "Ce qui est dit", "Qué dice"),
    "thing": ("What it is", "Ce que c’est", "Qué es"),
    "weight": ("Weight", "Poids", "Peso"),
    "new-whole": ("New", "Nouveau", "Nuevo"),
    "new-part": ("New in part", "Nouveau en partie", "Nuevo en parte"),
    "new-none": ("Already binding", "Déjà contraignant", "Ya vinculante"),
    "acts_done": ("Acts", "Actes", "Actos"),
    "intervals": ("Intervals begun and ended", "Intervalles ouverts et clos", "Intervalos iniciados y terminados"),
    "rights_changed": (
        "Rights whose cover changed",
        "Droits dont la couverture a changé",
        "Derechos cuya cobertura cambió",
    ),
    "still_open": ("Rights still not covered", "Droits encore non couverts", "Derechos aún sin cubrir"),
    "what_changes": ("What changes", "Ce qui change", "Qué cambia"),
    "PartyInterval": ("bound", "liée", "obligada"),
    "SignatoryInterval": ("signatory", "signataire", "signataria"),
    "ProcedureInterval": ("procedure accepted", "procédure acceptée", "procedimiento aceptado"),
    "TerritorialInterval": ("applied to a territory", "appliqué à un territoire", "aplicado a un territorio"),
    "MemberBindingInterval": ("bound as a member", "liée en tant que membre", "obligada como miembro"),
    "excluded": ("article excluded", "article exclu", "artículo excluido"),
    "accepted": ("article accepted", "article accepté", "artículo aceptado"),
    "Provision": ("provision", "disposition", "disposición"),
    "ProvisionTag": ("right given to a group", "droit conféré à un groupe", "derecho conferido a un grupo"),
    "ProvisionRelation": ("comparison of two articles", "comparaison de deux articles", "comparación de dos artículos"),
    "TreatyAction": ("act", "acte", "acto"),
    "SourceRecord": ("record of a source", "relevé d’une source", "registro de una fuente"),
    "Source": ("source", "source", "fuente"),
    "ScopeInterval": ("article in or out", "article inclus ou exclu", "artículo incluido o excluido"),
    "MembershipInterval": ("membership", "qualité de membre", "condición de miembro"),
    "MembershipEvent": ("act of membership", "acte d’adhésion", "acto de membresía"),
    "CoverageStatement": ("reach of a source", "étendue d’une source", "alcance de una fuente"),
    "Adjudication": ("decision between sources", "décision entre les sources", "decisión entre fuentes"),
    "Exception": ("exception", "exception", "excepción"),
    "computed": ("by rule from the acts", "par règle, à partir des actes", "por regla, a partir de los actos"),
    "recorded-once": ("shown by one source", "montré par une source", "mostrado por una fuente"),
    "recorded-more": ("shown by more sources", "montré par plusieurs sources", "mostrado por varias fuentes"),
    "printed-in-brackets": ("printed in brackets", "imprimé entre crochets", "impreso entre corchetes"),
    "default": ("default", "par défaut", "por defecto"),
    "equal": ("equal", "égaux", "iguales"),
}

SENTENCES: dict[str, Texts] = {
    "rights_title": (
        "{label} ({code}) on {on}; rights: {count}",
        "{label} ({code}) au {on} ; droits : {count}",
        "{label} ({code}) al {on}; derechos: {count}",
    ),
    "what_if_title": (
        "{label} ({code}) on {on}, as if it had joined {instruments}",
        "{label} ({code}) au {on}, comme si {instruments} liait cette partie",
        "{label} ({code}) al {on}, como si {instruments} obligara a esta parte",
    ),
    "for_holder": ("Asked for: {holder}.", "Pour : {holder}.", "Para: {holder}."),
    "counts_change": (
        "{label}: {before} → {after}",
        "{label} : {before} → {after}",
        "{label}: {before} → {after}",
    ),
    "folded": (
        "Covered in full, not listed: {count} (--all lists them).",
        "Pleinement couverts, non listés : {count} (--all les affiche).",
        "Cubiertos por completo, no listados: {count} (--all los muestra).",
    ),
    "unchanged": (
        "Not changed, not listed: {count} (--all lists them).",
        "Inchangés, non listés : {count} (--all les affiche).",
        "Sin cambio, no listados: {count} (--all los muestra).",
    ),
    "no_change": (
        "No right would be covered otherwise.",
        "Aucun droit ne serait couvert autrement.",
        "Ningún derecho quedaría cubierto de otro modo.",
    ),
    "joined_already": (
        "{instrument} binds it already, since {since}: to join it changes nothing.",
        "{instrument} la lie déjà, depuis le {since} : y adhérer ne change rien.",
        "{instrument} ya la obliga, desde el {since}: adherirse no cambia nada.",
    ),
    "cover_note": (
        "Cover tells what treaties that bind the party give on paper, by the judgement of those who read them; never "
        "how a right is applied. “Unknown” never means no.",
        "La couverture dit ce que donnent sur le papier les traités qui lient la partie, selon ceux qui les ont lus ; "
        "jamais comment un droit est appliqué. « Inconnu » ne signifie jamais non.",
        "La cobertura dice qué dan sobre el papel los tratados que obligan a la parte, a juicio de quienes los "
        "leyeron; nunca cómo se aplica un derecho. «Desconocido» nunca significa que no.",
    ),
    "no_such_rights": (
        "No right matches.",
        "Aucun droit ne correspond.",
        "Ningún derecho corresponde.",
    ),
    "and_more": ("+{count} more", "+{count} autres", "+{count} más"),
    "via": ("{article} through {through}", "{article} par {through}", "{article} por medio de {through}"),
    "limit-reservation": ("reservation of {since}", "réserve du {since}", "reserva del {since}"),
    "limit-general-reservation": (
        "reservation of {since} to the whole",
        "réserve du {since} à l’ensemble",
        "reserva del {since} al conjunto",
    ),
    "limit-exclusion": (
        "excluded since {since}",
        "exclu depuis le {since}",
        "excluido desde el {since}",
    ),
    "limit-holder": ("only {subject}", "seulement : {subject}", "solo {subject}"),
    "limit-territory": (
        "not in {subject}, since {since}",
        "sauf {subject}, depuis le {since}",
        "salvo en {subject}, desde el {since}",
    ),
    "limit-discretion": ("at the State’s discretion", "à l’appréciation de l’État", "a discreción del Estado"),
    "limit-discrimination": (
        "only against discrimination",
        "seulement contre la discrimination",
        "solo contra la discriminación",
    ),
    "limit-of": ("{article}: {limits}", "{article} : {limits}", "{article}: {limits}"),
    "perhaps-known": (
        "{instrument} (last known: {status})",
        "{instrument} (dernier état connu : {status})",
        "{instrument} (último estado conocido: {status})",
    ),
    "perhaps-silent": (
        "{instrument} (no source is complete)",
        "{instrument} (aucune source complète)",
        "{instrument} (ninguna fuente completa)",
    ),
    "perhaps-choice": (
        "{instrument} (a party; which articles it accepted is not known)",
        "{instrument} (partie ; les articles acceptés ne sont pas connus)",
        "{instrument} (parte; no se sabe qué artículos aceptó)",
    ),
    "asserted-note": (
        "claims of custom: {asserted} for, {contested} against",
        "coutume : {asserted} affirmations, {contested} contestations",
        "costumbre: {asserted} afirmaciones, {contested} impugnaciones",
    ),
    "adds_title": (
        "What {instrument} would add for {label} ({code}) on {on}",
        "Ce que {instrument} ajouterait pour {label} ({code}) au {on}",
        "Qué añadiría {instrument} para {label} ({code}) al {on}",
    ),
    "adds_bound": (
        "It binds the party already, since {since}; it is compared with what else binds it.",
        "L’instrument la lie déjà, depuis le {since} ; il est comparé à ce qui la lie par ailleurs.",
        "El instrumento ya la obliga, desde el {since}; se compara con lo demás que la obliga.",
    ),
    "adds_share": (
        "Share new: {default} by the default weights, {equal} by equal weights.",
        "Part nouvelle : {default} selon les poids par défaut, {equal} à poids égaux.",
        "Parte nueva: {default} con los pesos por defecto, {equal} con pesos iguales.",
    ),
    "adds_weights": (
        "Listed by the {weights} weights (iml_graph/protection/weights.toml): new {new} of {whole}.",
        "Liste établie selon les poids {weights} (iml_graph/protection/weights.toml) : {new} de nouveau sur {whole}.",
        "Lista según los pesos {weights} (iml_graph/protection/weights.toml): {new} nuevo de {whole}.",
    ),
    "adds_through": (
        "{count} of its {total} tagged articles bind the party already through {through}, which takes them in.",
        "{count} de ses {total} articles indexés lient déjà la partie par {through}, qui les reprend.",
        "{count} de sus {total} artículos etiquetados ya obligan a la parte por medio de {through}, que los incorpora.",
    ),
    "adds_nearly_nothing": (
        "Nearly nothing would be new.",
        "Presque rien ne serait nouveau.",
        "Casi nada sería nuevo.",
    ),
    "adds_nothing": ("Nothing would be new.", "Rien ne serait nouveau.", "Nada sería nuevo."),
    "adds_counts": (
        "Of {total} articles that give a right, {whole} are new, {part} new in part, {none} already binding.",
        "Sur {total} articles qui confèrent un droit, {whole} sont nouveaux, {part} le sont en partie, {none} lient "
        "déjà.",
        "De {total} artículos que confieren un derecho, {whole} son nuevos, {part} lo son en parte, {none} ya obligan.",
    ),
    "adds_untagged": (
        "Articles without a tag, which by themselves give no right: {count}.",
        "Articles sans indexation, qui par eux-mêmes ne confèrent aucun droit : {count}.",
        "Artículos sin etiqueta, que por sí mismos no confieren ningún derecho: {count}.",
    ),
    "untagged_role": (
        "{role} ({count}): {references}",
        "{role} ({count}) : {references}",
        "{role} ({count}): {references}",
    ),
    "untagged_whole": (
        "{role}, given by its tagged parts ({count}): {references}",
        "{role}, conférée par ses parties indexées ({count}) : {references}",
        "{role}, dada por sus partes etiquetadas ({count}): {references}",
    ),
    "adds_invited": (
        "The party may join it only if it is invited{articles}.",
        "La partie ne peut y adhérer que sur invitation{articles}.",
        "La parte solo puede adherirse si es invitada{articles}.",
    ),
    "adds_unknown": (
        "Whether it binds the party already is not known.",
        "On ignore si l’instrument la lie déjà.",
        "No se sabe si el instrumento ya la obliga.",
    ),
    "adds_chooses": (
        "A party accepts articles of it one by one: what it adds depends on that choice.",
        "Une partie en accepte les articles un à un : ce qu’il ajoute dépend de ce choix.",
        "Cada parte acepta sus artículos uno a uno: lo que añade depende de esa elección.",
    ),
    "nobody_compared": (
        "same right, nobody compared the two",
        "même droit, sans comparaison des deux",
        "mismo derecho, nadie comparó los dos",
    ),
    "same_article": (
        "the same article, taken in",
        "le même article, repris",
        "el mismo artículo, incorporado",
    ),
    "limited_there": ("limited there", "limité là", "limitado allí"),
    "rank_title": (
        "Instruments open to {label} ({code}) on {on}, by {order}: {count}",
        "Instruments ouverts à {label} ({code}) au {on}, selon {order} : {count}",
        "Instrumentos abiertos a {label} ({code}) al {on}, según {order}: {count}",
    ),
    "order-new": ("the weight of what is new", "le poids de ce qui est nouveau", "el peso de lo nuevo"),
    "order-share": ("the share that is new", "la part nouvelle", "la parte nueva"),
    "order-rights": (
        "the number of rights covered better",
        "le nombre de droits mieux couverts",
        "el número de derechos mejor cubiertos",
    ),
    "rank_weights": (
        "Weights: {weights} (iml_graph/protection/weights.toml); --weights default|equal and --by new|share|rights "
        "switch.",
        "Poids : {weights} (iml_graph/protection/weights.toml) ; --weights default|equal et --by new|share|rights les "
        "changent.",
        "Pesos: {weights} (iml_graph/protection/weights.toml); --weights default|equal y --by new|share|rights los "
        "cambian.",
    ),
    "rank_change": (
        "{right} ({before} → {after})",
        "{right} ({before} → {after})",
        "{right} ({before} → {after})",
    ),
    "rank_line": ("{instrument}: {rights}", "{instrument} : {rights}", "{instrument}: {rights}"),
    "rank_unknown": (
        "Where the gap is unknown, the instrument may bind the party already: ask the depositary first.",
        "Lorsque la lacune est inconnue, l’instrument lie peut-être déjà la partie : interroger d’abord le "
        "dépositaire.",
        "Donde la laguna es desconocida, el instrumento quizá ya obliga a la parte: consulte antes al depositario.",
    ),
    "no_candidates": (
        "Nothing with articles here is open to it.",
        "Aucun instrument dont les articles figurent ici ne lui est ouvert.",
        "Ningún instrumento con artículos aquí le está abierto.",
    ),
    "minimum_title": (
        "The fewest instruments with which {label} ({code}) would cover, on {on}, every right that it still can: "
        "{count}",
        "Les instruments, aussi peu nombreux que possible, avec lesquels {label} ({code}) couvrirait au {on} tout "
        "droit qui peut encore l’être : {count}",
        "Los instrumentos, los menos posibles, con que {label} ({code}) cubriría al {on} todo derecho que aún puede "
        "cubrirse: {count}",
    ),
    "minimum_counts": (
        "Rights covered whole: {before} of {total} now, {after} then; chosen from {candidates} open instruments. Of as "
        "few, those that weigh most by what they add ({weights} weights), then by identifier.",
        "Droits entièrement couverts : {before} sur {total} aujourd’hui, {after} ensuite ; choix parmi {candidates} "
        "instruments ouverts. À nombre égal, ceux qui pèsent le plus par ce qu’ils ajoutent (poids {weights}), puis "
        "par identifiant.",
        "Derechos cubiertos por entero: {before} de {total} ahora, {after} después; elegidos entre {candidates} "
        "instrumentos abiertos. A igual número, los que más pesan por lo que añaden (pesos {weights}), luego por "
        "identificador.",
    ),
    "minimum_none": (
        "No instrument open to it would cover a right whole that is not covered yet.",
        "Aucun instrument qui lui est ouvert ne couvrirait entièrement un droit qui ne l’est pas encore.",
        "Ningún instrumento abierto a esta parte cubriría por entero un derecho que aún no lo está.",
    ),
    "minimum_required": (
        "needed first",
        "requis d’abord",
        "requerido antes",
    ),
    "changes_title": (
        "{label} ({code}) from {since} to {until}",
        "{label} ({code}) du {since} au {until}",
        "{label} ({code}) del {since} al {until}",
    ),
    "changes_none": (
        "Nothing is recorded in these days.",
        "Rien n’est consigné pour ces jours.",
        "Nada consta en esos días.",
    ),
    "changes_began": (
        "It did not exist before {since}, so that cover cannot be compared.",
        "Cette partie n’existait pas avant le {since} : la couverture ne peut être comparée.",
        "Esta parte no existía antes del {since}: la cobertura no puede compararse.",
    ),
    "changes_ceased": (
        "Known before and not known any more, for the last complete source ends in these days: {instruments}. A change "
        "from or to “unknown” may rest on that alone.",
        "Connus auparavant et non plus depuis, la dernière source complète s’arrêtant dans ces jours : {instruments}. "
        "Un changement depuis ou vers « inconnu » peut n’avoir pas d’autre cause.",
        "Conocidos antes y ya no, pues la última fuente completa termina en esos días: {instruments}. Un cambio desde "
        "o hacia «desconocido» puede deberse solo a eso.",
    ),
    "since_after_until": (
        "The period ends on {until}, before it begins on {since}.",
        "La période s’achève le {until}, avant de commencer le {since}.",
        "El período termina el {until}, antes de comenzar el {since}.",
    ),
    "not_for_territory": (
        "{label} is a territory and joins no instrument itself: ask about {state}, through which instruments apply to "
        "it.",
        "{label} est un territoire et ne devient partie à aucun instrument : interrogez {state}, par l’intermédiaire "
        "de qui les instruments s’y appliquent.",
        "{label} es un territorio y no se hace parte en ningún instrumento: pregunte por {state}, por cuyo medio los "
        "instrumentos se le aplican.",
    ),
    "not_any_more": (
        "{label} ceased to exist on {until}: ask about a day before, or about a State that succeeded it.",
        "{label} a cessé d’exister le {until} : interrogez un jour antérieur, ou un État qui lui a succédé.",
        "{label} dejó de existir el {until}: pregunte por un día anterior, o por un Estado sucesor.",
    ),
    "not_yet": (
        "{label} did not exist on {on}: it exists from {since}.",
        "{label} n’existait pas le {on} : son existence commence le {since}.",
        "{label} no existía el {on}: existe desde el {since}.",
    ),
    "organization_note": (
        "An organization: what it has joined itself. What binds its members is theirs.",
        "Une organisation : ce à quoi elle est elle-même partie. Ce qui lie ses membres leur est propre.",
        "Una organización: aquello en que ella misma es parte. Lo que obliga a sus miembros es de ellos.",
    ),
    "participant_note": (
        "Whether instruments are open to it depends on the practice of each depositary, which is not on record here.",
        "Que des instruments lui soient ouverts dépend de la pratique de chaque dépositaire, non consignée ici.",
        "Que los instrumentos le estén abiertos depende de la práctica de cada depositario, que aquí no consta.",
    ),
    "not_open": (
        "{instrument} is not open to {label} on {on}. It is open to: {who}.",
        "{instrument} n’est pas ouvert à {label} au {on}. L’instrument est ouvert à : {who}.",
        "{instrument} no está abierto a {label} al {on}. Está abierto a: {who}.",
    ),
    "open_window": (" until {closes}", " jusqu’au {closes}", " hasta el {closes}"),
    "no_articles": (
        "{instrument} has no articles here: what it gives has not been read.",
        "{instrument} n’a pas d’articles ici : ce qu’il confère n’a pas été lu.",
        "{instrument} no tiene artículos aquí: lo que confiere no se ha leído.",
    ),
    "binds_nobody": (
        "{instrument} binds nobody: there is nothing to join.",
        "{instrument} ne lie personne : il n’y a pas à y adhérer.",
        "{instrument} no obliga a nadie: no hay a qué adherirse.",
    ),
    "binds_members": (
        "{instrument} binds the members of an organization: no State joins it by itself.",
        "{instrument} lie les membres d’une organisation : aucun État n’y adhère seul.",
        "{instrument} obliga a los miembros de una organización: ningún Estado se adhiere por sí solo.",
    ),
    "adopted_later": (
        "{instrument} was adopted on {adopted}, after {on}.",
        "{instrument} a été adopté le {adopted}, après le {on}.",
        "{instrument} se adoptó el {adopted}, después del {on}.",
    ),
    "only_by_right": (
        "{option} is for --by right.",
        "{option} vaut pour --by right.",
        "{option} es para --by right.",
    ),
    "needs_explain": (
        "--format turtle gives a chain: add --explain.",
        "--format turtle donne une chaîne : ajoutez --explain.",
        "--format turtle da una cadena: añada --explain.",
    ),
    "needs_party": (
        "{option} needs a party: iml right {right} PARTY.",
        "{option} demande une partie : iml right {right} PARTY.",
        "{option} requiere una parte: iml right {right} PARTY.",
    ),
    "no_branch": (
        "“{name}” is no group of rights and no branch of law.",
        "« {name} » n’est ni un groupe de droits ni une branche du droit.",
        "«{name}» no es un grupo de derechos ni una rama del derecho.",
    ),
    "no_branch_near": (
        "“{name}” is no group of rights and no branch of law. Did you mean {nearest}?",
        "« {name} » n’est ni un groupe de droits ni une branche du droit. Vouliez-vous dire {nearest} ?",
        "«{name}» no es un grupo de derechos ni una rama del derecho. ¿Quiso decir {nearest}?",
    ),
    "explain_answer": ("{right}: {cover}", "{right} : {cover}", "{right}: {cover}"),
    "explain_more": (
        "{count} more articles give it; `iml right {right} {code} --explain` explains all.",
        "{count} autres articles le confèrent ; `iml right {right} {code} --explain` les explique tous.",
        "{count} artículos más lo confieren; `iml right {right} {code} --explain` los explica todos.",
    ),
    "explain_provision": (
        "{heading}; {role}",
        "{heading} ; {role}",
        "{heading}; {role}",
    ),
    "explain_tag": (
        "gives it to {holder}, {modality}; judged by {authors}",
        "le confère à : {holder}, {modality} ; apprécié par {authors}",
        "lo confiere a {holder}, {modality}; apreciado por {authors}",
    ),
    "explain_relation": (
        "{one} is {kind} to {other}{differs}; judged by {authors}",
        "{one} est {kind} par rapport à {other}{differs} ; apprécié par {authors}",
        "{one} es {kind} respecto de {other}{differs}; apreciado por {authors}",
    ),
    "explain_differs": (", differing in {aspects}", ", différence : {aspects}", ", difiere en {aspects}"),
    "explain_interval": (
        "{kind}: {instrument}, from {start}{until}",
        "{kind} : {instrument}, à partir du {start}{until}",
        "{kind}: {instrument}, desde el {start}{until}",
    ),
    "explain_until": (" until {day}", " jusqu’au {day}", " hasta el {day}"),
    "explain_act": (
        "{act}, {instrument}, deposited {deposited}{effect}",
        "{act}, {instrument}, déposé le {deposited}{effect}",
        "{act}, {instrument}, depositado el {deposited}{effect}",
    ),
    "explain_effect": (
        ", in effect {effective} ({basis})",
        ", prise d’effet le {effective} ({basis})",
        ", surte efecto el {effective} ({basis})",
    ),
    "explain_record": (
        "{source}, {locator}: “{shown}”",
        "{source}, {locator} : « {shown} »",
        "{source}, {locator}: «{shown}»",
    ),
    "explain_other_record": (
        "{source} differs, and nobody has decided; {locator}: “{shown}”",
        "{source} diverge, sans décision à ce jour ; {locator} : « {shown} »",
        "{source} difiere, y nadie ha decidido; {locator}: «{shown}»",
    ),
    "explain_adjudication": (
        "adopted on {decided} over another statement: {reason}",
        "retenu le {decided} contre une autre indication : {reason}",
        "adoptado el {decided} frente a otra indicación: {reason}",
    ),
    "explain_source": (
        "{title}, as of {day}",
        "{title}, au {day}",
        "{title}, al {day}",
    ),
    "explain_coverage": (
        "{source} is complete up to {day}",
        "{source} est complète jusqu’au {day}",
        "{source} es completa hasta el {day}",
    ),
    "explain_partial": (
        "{source} is not complete",
        "{source} n’est pas complète",
        "{source} no es completa",
    ),
    "explain_through": (
        "binds through {through}, which takes it in",
        "lie par {through}, qui la reprend",
        "obliga por medio de {through}, que la incorpora",
    ),
    "explain_as_member": (
        "binds through {through}, as a member",
        "lie par {through}, en tant que membre",
        "obliga por medio de {through}, como miembro",
    ),
    "explain_limit": ("limit: {limit}", "limite : {limit}", "límite: {limit}"),
    "explain_doubt": ("may bind: {instrument}", "lie peut-être : {instrument}", "quizá obliga: {instrument}"),
    "explain_excluded": (
        "kept out: {article}",
        "écartée : {article}",
        "queda fuera: {article}",
    ),
    "explain_soft": ("non-binding: {article}", "non contraignant : {article}", "no vinculante: {article}"),
    "explain_sure": ("{text} [{sure}]", "{text} [{sure}]", "{text} [{sure}]"),
    "explain_new": (
        "{article}: {share} new",
        "{article} : nouveau à {share}",
        "{article}: nuevo en {share}",
    ),
    "explain_overlap": (
        "{article} gives {share} of it",
        "{article} en donne {share}",
        "{article} da {share} de él",
    ),
}
