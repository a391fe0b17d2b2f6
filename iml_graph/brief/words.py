"""Words and sentences of the briefing, in English, French and Spanish: they say what is recorded and advise nothing."""

from __future__ import annotations

from iml_graph import labels
from iml_graph.labels import LANGUAGES

Texts = tuple[str, str, str]

TEXTS: dict[str, Texts] = {
    "title": (
        "Rights of migrants: what binds, what is missing, what is open",
        "Droits des migrants : ce qui lie, ce qui manque, ce qui est ouvert",
        "Derechos de los migrantes: qué obliga, qué falta, qué está abierto",
    ),
    "subtitle": ("{label}, on {on}", "{label}, au {on}", "{label}, al {on}"),
    "joined": (
        "As if it had joined {instruments}.",
        "Comme si l’État était devenu partie à : {instruments}.",
        "Como si el Estado se hubiera hecho parte en: {instruments}.",
    ),
    "running": (
        "{label}: rights of migrants, {on}",
        "{label} : droits des migrants, {on}",
        "{label}: derechos de los migrantes, {on}",
    ),
    "origin": (
        "Release {release} · data to {data_date}",
        "Version {release} · données au {data_date}",
        "Versión {release} · datos al {data_date}",
    ),
    "page_of": ("{page} of {pages}", "{page} sur {pages}", "{page} de {pages}"),
    # ---- summary
    "summary": ("Summary", "Synthèse", "Resumen"),
    "stands": ("Where the State stands", "La situation de l’État", "Situación del Estado"),
    "stands_counts": (
        "Of the {total} binding instruments whose articles are described here, the State is bound by {bound} on {on}.",
        "Sur les {total} instruments contraignants dont les articles sont décrits ici, l’État est lié par {bound} au "
        "{on}.",
        "De los {total} instrumentos vinculantes cuyos artículos se describen aquí, el Estado está obligado por "
        "{bound} "
        "al {on}.",
    ),
    "stands_unknown": (
        "Instruments of which it is not known whether they bind it: {count}.",
        "Instruments dont on ignore s’ils le lient : {count}.",
        "Instrumentos de los que no se sabe si lo obligan: {count}.",
    ),
    "stands_through": (
        "Articles that bind it only through another treaty or an organization: {count}.",
        "Articles qui ne le lient que par un autre traité ou par une organisation : {count}.",
        "Artículos que solo lo obligan por medio de otro tratado o de una organización: {count}.",
    ),
    "stands_statements": (
        "Reservations and territorial exclusions on record and not withdrawn: {count}.",
        "Réserves et exclusions territoriales recensées et non retirées : {count}.",
        "Reservas y exclusiones territoriales que constan y no se han retirado: {count}.",
    ),
    "covered": ("How rights are covered", "Comment les droits sont couverts", "Cómo están cubiertos los derechos"),
    "covered_counts": (
        "The rights looked at are {total}, in {groups} groups; the best article that binds the State decides.",
        "Les droits examinés sont au nombre de {total}, en {groups} groupes ; le meilleur article qui lie l’État est "
        "déterminant.",
        "Los derechos examinados son {total}, en {groups} grupos; decide el mejor artículo que obliga al Estado.",
    ),
    "class_line": ("{label}: {count}", "{label} : {count}", "{label}: {count}"),
    "class_lead": ("{label}: {count} –", "{label} : {count} –", "{label}: {count} –"),
    "lead": ("{label}:", "{label} :", "{label}:"),
    "full_stop": ("{label}.", "{label}.", "{label}."),
    "context": ("Context", "Contexte", "Contexto"),
    "context_peers": (
        "{instrument}, other States of the group {group}: {total}; bound: {bound}.",
        "{instrument}, autres États du groupe {group} : {total} ; liés : {bound}.",
        "{instrument}, otros Estados del grupo {group}: {total}; obligados: {bound}.",
    ),
    "context_peers_unknown": (
        "{instrument}, other States of the group {group}: {total}; bound: {bound}; not known: {unknown}.",
        "{instrument}, autres États du groupe {group} : {total} ; liés : {bound} ; inconnus : {unknown}.",
        "{instrument}, otros Estados del grupo {group}: {total}; obligados: {bound}; no se sabe: {unknown}.",
    ),
    "context_reviews": (
        "Recommendations of the universal periodic review to join {instrument}: {count}, of which accepted: "
        "{accepted}.",
        "Recommandations de l’Examen périodique universel de devenir partie à {instrument} : {count}, dont acceptées : "
        "{accepted}.",
        "Recomendaciones del Examen Periódico Universal de hacerse parte en {instrument}: {count}, de ellas aceptadas: "
        "{accepted}.",
    ),
    "context_objectives": (
        "Objectives of the Global Compact that rest on articles which the first candidates would add: {numbers}.",
        "Objectifs du Pacte mondial qui reposent sur des articles que les premiers candidats ajouteraient : {numbers}.",
        "Objetivos del Pacto Mundial que se apoyan en artículos que añadirían los primeros candidatos: {numbers}.",
    ),
    "in_chart": (
        "by group in the figure; each with its article in the table of rights.",
        "par groupe dans la figure ; chacun avec son article dans le tableau des droits.",
        "por grupo en la figura; cada uno con su artículo en la tabla de derechos.",
    ),
    "chart": (
        "Rights by group and by how they are covered, {on}",
        "Droits par groupe et selon leur couverture, {on}",
        "Derechos por grupo y según su cobertura, {on}",
    ),
    "open": ("Instruments open to the State", "Instruments ouverts à l’État", "Instrumentos abiertos al Estado"),
    "open_intro": (
        "In the order of the weight of what they would add. An instrument of which nothing is known is named only "
        "after "
        "these.",
        "Dans l’ordre du poids de ce qu’ils ajouteraient. Un instrument dont rien n’est connu n’est cité qu’ensuite.",
        "Por orden del peso de lo que añadirían. Un instrumento del que nada se sabe solo se cita después.",
    ),
    "open_none": (
        "No instrument whose articles are described here is open to the State and known not to bind it.",
        "Aucun instrument dont les articles sont décrits ici n’est ouvert à l’État sans déjà le lier, pour autant "
        "qu’on "
        "le sache.",
        "Ningún instrumento cuyos artículos se describen aquí está abierto al Estado sin que ya lo obligue, por lo que "
        "se sabe.",
    ),
    "adds": (
        "Of {total} articles that give a right, it would add as new: {whole}; as new in part: {part}; binding already "
        "through others: {none}.",
        "Sur {total} articles qui confèrent un droit, seraient nouveaux : {whole} ; nouveaux en partie : {part} ; déjà "
        "contraignants par d’autres : {none}.",
        "De {total} artículos que confieren un derecho, serían nuevos: {whole}; nuevos en parte: {part}; ya "
        "vinculantes "
        "por otros: {none}.",
    ),
    "adds_share": (
        "Share new: {share}.",
        "Part nouvelle : {share}.",
        "Parte nueva: {share}.",
    ),
    "adds_rights": (
        "It would cover better: {rights}.",
        "Il couvrirait mieux : {rights}.",
        "Cubriría mejor: {rights}.",
    ),
    "adds_no_rights": (
        "No right would pass to a better class of cover.",
        "Aucun droit ne passerait à un meilleur degré de couverture.",
        "Ningún derecho pasaría a un grado de cobertura mejor.",
    ),
    "step": ("Step open: {step}.", "Démarche ouverte : {step}.", "Paso abierto: {step}."),
    "step_first": (
        "Step open: {step} ({first}).",
        "Démarche ouverte : {step} ({first}).",
        "Paso abierto: {step} ({first}).",
    ),
    "known_until": (
        "The record is complete to {day}; the last known status is: {status}.",
        "Les données sont complètes au {day} ; dernier état connu : {status}.",
        "El registro es completo al {day}; último estado conocido: {status}.",
    ),
    "known_last": (
        "No source is complete to the day; the last known status is: {status}.",
        "Aucune source n’est complète à ce jour ; dernier état connu : {status}.",
        "Ninguna fuente es completa a ese día; último estado conocido: {status}.",
    ),
    "known_not": (
        "No source is complete: the instrument may bind the State already, and if so it adds nothing.",
        "Aucune source n’est complète : l’instrument lie peut-être déjà l’État, auquel cas il n’ajoute rien.",
        "Ninguna fuente es completa: el instrumento quizá ya obliga al Estado, y en tal caso nada añade.",
    ),
    "chooses": (
        "A party accepts its articles one by one; what it would add depends on that choice.",
        "Une partie en accepte les articles un à un ; ce qu’il ajouterait dépend de ce choix.",
        "Cada parte acepta sus artículos uno a uno; lo que añadiría depende de esa elección.",
    ),
    "invited": (
        "Open only on invitation: {instruments}.",
        "Ouverts seulement sur invitation : {instruments}.",
        "Abiertos solo por invitación: {instruments}.",
    ),
    "next": ("Next steps that are open", "Démarches ouvertes", "Pasos abiertos"),
    "next_step": ("{instrument}: {step}", "{instrument} : {step}", "{instrument}: {step}"),
    "next_procedures": (
        "Complaint and other optional procedures that could still be accepted: {count}",
        "Procédures de plainte et autres procédures facultatives qui pourraient encore être acceptées : {count}",
        "Procedimientos de denuncia y otros facultativos que aún podrían aceptarse: {count}",
    ),
    "next_ask": (
        "Status to be had from the depositary, as no source here is complete: {instruments}",
        "Situation à obtenir du dépositaire, aucune source n’étant complète ici : {instruments}",
        "Situación por obtener del depositario, pues ninguna fuente es completa aquí: {instruments}",
    ),
    "next_statements": (
        "Reservations on record that could be withdrawn: {count}",
        "Réserves recensées qui pourraient être retirées : {count}",
        "Reservas que constan y podrían retirarse: {count}",
    ),
    "unknowns": ("What is unknown", "Ce qu’on ignore", "Qué se desconoce"),
    # ---- tables
    "rights": ("Rights, and what each rests on", "Les droits et leurs fondements", "Los derechos y en qué se apoyan"),
    "rights_caption": (
        "How each right is covered for the State on {on}, and by what",
        "Comment chaque droit est couvert pour l’État au {on}, et par quoi",
        "Cómo está cubierto cada derecho para el Estado al {on}, y por qué",
    ),
    "rights_note": (
        "A line names at most {most} instruments with {most} articles each; “+2” tells how many others cover the "
        "right as well.",
        "Une ligne cite au plus {most} instruments et {most} articles de chacun ; « +2 » indique combien d’autres "
        "couvrent "
        "aussi bien le droit.",
        "Cada línea cita como máximo {most} instrumentos y {most} artículos de cada uno; «+2» indica cuántos otros "
        "cubren el "
        "derecho igual de bien.",
    ),
    "right": ("Right", "Droit", "Derecho"),
    "cover": ("Cover", "Couverture", "Cobertura"),
    "rests_on": ("Rests on", "Repose sur", "Se apoya en"),
    "limits": ("Limits and doubts", "Limites et doutes", "Límites y dudas"),
    "soft_texts": ("not binding: {texts}", "non contraignant : {texts}", "no vinculante: {texts}"),
    "may_bind": ("may bind: {instruments}", "lie peut-être : {instruments}", "quizá obliga: {instruments}"),
    "candidates": (
        "Candidate instruments, and what each adds",
        "Instruments candidats et ce que chacun ajoute",
        "Instrumentos candidatos y qué añade cada uno",
    ),
    "candidates_caption": (
        "Instruments open to the State, by the weight of what they would add",
        "Instruments ouverts à l’État, par poids de ce qu’ils ajouteraient",
        "Instrumentos abiertos al Estado, por el peso de lo que añadirían",
    ),
    "instrument": ("Instrument", "Instrument", "Instrumento"),
    "step_column": ("Step open", "Démarche ouverte", "Paso abierto"),
    "known_column": ("Known", "Ce qu’on sait", "Qué se sabe"),
    "new_column": ("New articles", "Articles nouveaux", "Artículos nuevos"),
    "part_column": ("New in part", "Nouveaux en partie", "Nuevos en parte"),
    "share_column": ("Share new", "Part nouvelle", "Parte nueva"),
    "equal_column": ("By equal weights", "À poids égaux", "Con pesos iguales"),
    "better_column": ("Rights covered better", "Droits mieux couverts", "Derechos mejor cubiertos"),
    "unknown_word": ("not known", "inconnu", "no se sabe"),
    "not_bound_word": ("not bound", "non lié", "no obligado"),
    "weights_note": (
        "Shares are judgements: each article weighs by its kind of obligation, and counts as new so far as no "
        "article that "
        "binds gives the same. The weights are in iml_graph/protection/weights.toml.",
        "Les parts sont des appréciations : chaque article pèse selon la nature de son obligation et compte comme "
        "nouveau "
        "dans la mesure où aucun article qui lie ne donne la même chose. Les poids figurent dans "
        "iml_graph/protection/weights.toml.",
        "Las partes son apreciaciones: cada artículo pesa según la naturaleza de su obligación y cuenta como nuevo "
        "en la "
        "medida en que ningún artículo que obliga da lo mismo. Los pesos están en iml_graph/protection/weights.toml.",
    ),
    "of_instrument": ("{instrument}: {title}", "{instrument} : {title}", "{instrument}: {title}"),
    "articles_caption": (
        "{instrument}: articles that would add something",
        "{instrument} : articles qui ajouteraient quelque chose",
        "{instrument}: artículos que añadirían algo",
    ),
    "article": ("Article", "Article", "Artículo"),
    "heading": ("What it does", "Ce qu’il fait", "Qué hace"),
    "new": ("New", "Nouveau", "Nuevo"),
    "binding_by": ("Nearest that binds", "Le plus proche qui lie", "El más próximo que obliga"),
    "nothing_near": ("none found", "aucun trouvé", "ninguno hallado"),
    "binds_already": (
        "Binding already through others: {articles}.",
        "Déjà contraignants par d’autres : {articles}.",
        "Ya vinculantes por otros: {articles}.",
    ),
    # ---- road
    "road": ("The road to ratification", "La voie de la ratification", "El camino a la ratificación"),
    "open_to": ("Open to: {who}", "Ouvert à : {who}", "Abierto a: {who}"),
    "until": ("until {day}", "jusqu’au {day}", "hasta el {day}"),
    "adopted": ("Adopted: {day}", "Adoption : {day}", "Aprobación: {day}"),
    "in_force": ("In force since: {day}", "En vigueur depuis : {day}", "En vigor desde: {day}"),
    "not_in_force": (
        "Not in force on the day, so far as is recorded",
        "Pas en vigueur à cette date, d’après les données",
        "No está en vigor en esa fecha, según los datos",
    ),
    "signed_on": ("Signed by the State: {day}", "Signé par l’État : {day}", "Firmado por el Estado: {day}"),
    "depositary": ("Depositary: {names}", "Dépositaire : {names}", "Depositario: {names}"),
    "on_reservations": ("Reservations: {rule}", "Réserves : {rule}", "Reservas: {rule}"),
    "on_reservations_unread": (
        "Reservations: the clause is not on record",
        "Réserves : la clause n’est pas consignée",
        "Reservas: la cláusula no consta",
    ),
    "reservations_of_others": (
        "Other parties with a reservation on record: {made}; that withdrew one: {withdrawn}",
        "Autres parties ayant une réserve recensée : {made} ; en ayant retiré une : {withdrawn}",
        "Otras partes con una reserva que consta: {made}; que retiraron una: {withdrawn}",
    ),
    "denounces": (
        "Joining it denounces: {instruments}",
        "Y devenir partie emporte dénonciation de : {instruments}",
        "Hacerse parte implica la denuncia de: {instruments}",
    ),
    "could_accept": (
        "Optional with it: {procedure}; {body} ({state})",
        "Facultatif : {procedure} ; {body} ({state})",
        "Facultativo: {procedure}; {body} ({state})",
    ),
    "operates_word": ("operates", "opérante", "operativo"),
    "operates_not": ("does not operate yet", "pas encore opérante", "aún no operativo"),
    "operates_count": (
        "{count} of {threshold} declarations",
        "{count} déclarations sur {threshold}",
        "{count} de {threshold} declaraciones",
    ),
    "report": (
        "Reports: {body}, the first within {first} of entry into force{due}",
        "Rapports : {body}, le premier dans un délai de {first} après l’entrée en vigueur{due}",
        "Informes: {body}, el primero en el plazo de {first} desde la entrada en vigor{due}",
    ),
    "report_due": (", by {day}", ", au plus tard le {day}", ", a más tardar el {day}"),
    "report_plain": ("Reports: {body}", "Rapports : {body}", "Informes: {body}"),
    "areas": (
        "Areas of national law that its rights touch: {areas}",
        "Domaines du droit national que touchent ses droits : {areas}",
        "Ámbitos del derecho interno a los que afectan sus derechos: {areas}",
    ),
    # ---- peers
    "peers": ("Peers", "Les pairs", "Los pares"),
    "map_world": (
        "{instrument} in the world, {on}",
        "{instrument} dans le monde, {on}",
        "{instrument} en el mundo, {on}",
    ),
    "map_around": (
        "{instrument} around the State, {on}",
        "{instrument} autour de l’État, {on}",
        "{instrument} en torno al Estado, {on}",
    ),
    "map_note": (
        "Equal-area projections; outlines: Natural Earth, public domain. Parties too small for an outline are dots. "
        "White: "
        "territories, and States to which the instrument is not open. The boundaries and names shown on these maps "
        "imply "
        "no opinion on the legal status of any country, territory or area, or on the course of its boundaries.",
        "Projections équivalentes ; contours : Natural Earth, domaine public. Les parties trop petites pour un "
        "contour sont "
        "des points. En blanc : les territoires, et les États auxquels l’instrument n’est pas ouvert. Les frontières "
        "et "
        "les noms indiqués sur ces cartes n’impliquent aucune prise de position quant au statut juridique d’un pays, "
        "d’un "
        "territoire ou d’une zone, ni quant au tracé de ses frontières.",
        "Proyecciones equivalentes; contornos: Natural Earth, dominio público. Las partes demasiado pequeñas para un "
        "contorno son puntos. En blanco: los territorios y los Estados a los que el instrumento no está abierto. Las "
        "fronteras y los nombres que figuran en estos mapas no implican opinión alguna sobre la condición jurídica de "
        "ningún país, territorio o zona, ni sobre el trazado de sus fronteras.",
    ),
    "peers_caption": (
        "{instrument}: the other States of groups that the State is in, on {on}",
        "{instrument} : les autres États des groupes dont l’État fait partie, au {on}",
        "{instrument}: los demás Estados de los grupos a los que pertenece el Estado, al {on}",
    ),
    "group": ("Group", "Groupe", "Grupo"),
    "members": ("States", "États", "Estados"),
    "bound_column": ("Bound", "Liés", "Obligados"),
    "signed_column": ("Consented or signed", "Consentement ou signature", "Consentimiento o firma"),
    "left_column": ("Left", "Retirés", "Retirados"),
    "not_bound_column": ("Not bound", "Non liés", "No obligados"),
    "unknown_column": ("Not known", "Inconnus", "No se sabe"),
    "shut_column": ("Not open", "Non ouvert", "No abierto"),
    "by_name": (
        "By name: {group}, and the world",
        "Nominativement : {group}, et le monde",
        "Por su nombre: {group} y el mundo",
    ),
    "in_group": ("{group}, {state}:", "{group}, {state} :", "{group}, {state}:"),
    "in_world": ("World, {state}:", "Monde, {state} :", "Mundo, {state}:"),
    "peer_year": ("{label} ({year})", "{label} ({year})", "{label} ({year})"),
    "peers_none": (
        "No peers are on record for this instrument.",
        "Aucun pair n’est recensé pour cet instrument.",
        "No constan pares para este instrumento.",
    ),
    "bound": ("bound", "lié", "obligado"),
    "consented": ("consented, not in force", "consentement, pas en vigueur", "consentimiento, no en vigor"),
    "signed": ("signed", "signé", "firmado"),
    "left": ("left", "retiré", "retirado"),
    "through": ("through another treaty", "par un autre traité", "por otro tratado"),
    "unknown": ("not known", "inconnu", "no se sabe"),
    "not-bound": ("not bound", "non lié", "no obligado"),
    # ---- procedures
    "procedures": (
        "Complaint procedures open and not accepted",
        "Procédures de plainte ouvertes et non acceptées",
        "Procedimientos de denuncia abiertos y no aceptados",
    ),
    "procedures_caption": (
        "Optional procedures that the State could still accept, on {on}",
        "Procédures facultatives que l’État pourrait encore accepter, au {on}",
        "Procedimientos facultativos que el Estado aún podría aceptar, al {on}",
    ),
    "procedure": ("Procedure", "Procédure", "Procedimiento"),
    "before": ("Before", "Devant", "Ante"),
    "how": ("Accepted by", "S’accepte par", "Se acepta por"),
    "operates": ("Operates", "Opérante", "Operativo"),
    "record_to": ("Record to", "Données au", "Datos al"),
    "declaration": ("declaration, {article}", "déclaration, {article}", "declaración, {article}"),
    "protocol": ("joining: {instrument}", "devenir partie : {instrument}", "hacerse parte: {instrument}"),
    "opt-out": (
        "withdrawing the exclusion of {day}",
        "retrait de l’exclusion du {day}",
        "retiro de la exclusión del {day}",
    ),
    "yes": ("yes", "oui", "sí"),
    "no": ("no", "non", "no"),
    "procedures_none": (
        "None is on record as open and not accepted.",
        "Aucune n’est recensée comme ouverte et non acceptée.",
        "No consta ninguno abierto y no aceptado.",
    ),
    "procedures_note": (
        "Where the record is not complete to the day, a later acceptance would not be seen.",
        "Lorsque les données ne sont pas complètes à cette date, une acceptation postérieure n’apparaîtrait pas.",
        "Cuando los datos no son completos a esa fecha, una aceptación posterior no se vería.",
    ),
    # ---- reservations
    "reservations": ("Reservations of the State", "Réserves de l’État", "Reservas del Estado"),
    "reservations_caption": (
        "Reservations and territorial exclusions on record, {on}",
        "Réserves et exclusions territoriales recensées, {on}",
        "Reservas y exclusiones territoriales que constan, {on}",
    ),
    "kind": ("Kind", "Nature", "Clase"),
    "deposited": ("Deposited", "Déposée le", "Depositada el"),
    "concerns": ("Concerns", "Vise", "Se refiere a"),
    "withdrawn": ("Withdrawn", "Retirée le", "Retirada el"),
    "in_effect": ("not withdrawn", "non retirée", "no retirada"),
    "whole": ("the whole instrument", "l’ensemble de l’instrument", "el conjunto del instrumento"),
    "not_told": ("not told", "non établi", "sin determinar"),
    "reservations_none": (
        "None is on record for the instruments whose sources tell of reservations.",
        "Aucune n’est recensée pour les instruments dont les sources mentionnent les réserves.",
        "No consta ninguna en los instrumentos cuyas fuentes mencionan las reservas.",
    ),
    "reservations_note": (
        "What a reservation concerns is read from the record of the depositary; its text is there.",
        "Ce que vise une réserve est tiré des données du dépositaire ; son texte s’y trouve.",
        "A qué se refiere una reserva se toma de los datos del depositario; allí está su texto.",
    ),
    # ---- reviews
    "reviews": (
        "Recommendations of the universal periodic review",
        "Recommandations de l’Examen périodique universel",
        "Recomendaciones del Examen Periódico Universal",
    ),
    "reviews_caption": (
        "Recommendations to join an instrument that does not bind the State, or of which that is not known",
        "Recommandations de devenir partie à un instrument qui ne lie pas l’État, ou dont on ignore s’il le lie",
        "Recomendaciones de hacerse parte en un instrumento que no obliga al Estado, o del que no se sabe si lo obliga",
    ),
    "recommendations": ("Received", "Reçues", "Recibidas"),
    "accepted": ("Accepted", "Acceptées", "Aceptadas"),
    "noted": ("Noted", "Notées", "De las que se tomó nota"),
    "by_states": ("States", "États", "Estados"),
    "sessions": ("Sessions", "Sessions", "Períodos de sesiones"),
    "reviews_none": (
        "None is on record to join an instrument that does not bind the State.",
        "Aucune recommandation recensée n’appelle à devenir partie à un instrument qui ne lie pas l’État.",
        "No consta ninguna de hacerse parte en un instrumento que no obligue al Estado.",
    ),
    "reviews_note": (
        "Counted from a database of recommendations on migration of the sessions that it covers; later ones are not on "
        "record.",
        "Décompte tiré d’une base de recommandations relatives aux migrations, pour les sessions qu’elle couvre ; les "
        "suivantes n’y figurent pas.",
        "Recuento tomado de una base de recomendaciones sobre migración, para los períodos de sesiones que abarca; las "
        "posteriores no constan.",
    ),
    # ---- objectives
    "objectives": (
        "Objectives of the Global Compact for Migration",
        "Objectifs du Pacte mondial pour les migrations",
        "Objetivos del Pacto Mundial para la Migración",
    ),
    "objectives_caption": (
        "Provisions on which each objective rests: how many bind the State, and how many a candidate would add",
        "Dispositions sur lesquelles repose chaque objectif : combien lient l’État, combien un candidat en ajouterait",
        "Disposiciones en que se apoya cada objetivo: cuántas obligan al Estado y cuántas añadiría un candidato",
    ),
    "objective": ("Objective", "Objectif", "Objetivo"),
    "objective_line": ("{number}. {label}", "{number}. {label}", "{number}. {label}"),
    "binding": ("Bind", "Lient", "Obligan"),
    "described": ("Of", "Sur", "De"),
    "objectives_note": (
        "Which provisions an objective rests on is a judgement; the Compact itself is not binding.",
        "Les dispositions sur lesquelles repose un objectif relèvent d’une appréciation ; le Pacte lui-même n’est pas "
        "contraignant.",
        "En qué disposiciones se apoya un objetivo es una apreciación; el propio Pacto no es vinculante.",
    ),
    # ---- notice
    "notice": (
        "What is unknown, and what these judgements are",
        "Ce qu’on ignore, et la nature de ces appréciations",
        "Qué se desconoce y qué son estas apreciaciones",
    ),
    "notice_unknown": (
        "“Unknown” means that no source is complete to the day; it never means no. Of these instruments it is not "
        "known "
        "whether they bind the State:",
        "« Inconnu » signifie qu’aucune source n’est complète à cette date, jamais non. De ces instruments, on "
        "ignore s’ils "
        "lient l’État :",
        "«Desconocido» significa que ninguna fuente es completa a esa fecha, nunca que no. De estos instrumentos no "
        "se sabe "
        "si obligan al Estado:",
    ),
    "notice_all_known": (
        "Of every instrument whose articles are described here it is known whether it binds the State.",
        "Pour chaque instrument dont les articles sont décrits ici, on sait s’il lie l’État.",
        "De cada instrumento cuyos artículos se describen aquí se sabe si obliga al Estado.",
    ),
    "unknown_line": (
        "last known: {status}; record complete to {day}",
        "dernier état connu : {status} ; données complètes au {day}",
        "último estado conocido: {status}; registro completo al {day}",
    ),
    "unknown_line_last": ("last known: {status}", "dernier état connu : {status}", "último estado conocido: {status}"),
    "unknown_line_bare": ("no complete source", "aucune source complète", "ninguna fuente completa"),
    "notice_judgements": (
        "What an article does, which right it gives to whom, and what two articles share are judgements of those who "
        "read "
        "them, each with an author and a confidence; they are not the text, which alone counts.",
        "Ce que fait un article, le droit qu’il confère et à qui, ce que deux articles ont en commun sont des "
        "appréciations "
        "de ceux qui les ont lus, chacune avec un auteur et un degré de certitude ; ce n’est pas le texte, qui seul "
        "fait "
        "foi.",
        "Qué hace un artículo, qué derecho confiere y a quién, y qué comparten dos artículos son apreciaciones de "
        "quienes "
        "los leyeron, cada una con un autor y un grado de certeza; no son el texto, único que hace fe.",
    ),
    "notice_law": (
        "Cover is what treaties that bind the State give on paper. It tells nothing of national law, of practice, or "
        "of "
        "whether a step is wise; that an instrument would add something is no reason by itself to join it.",
        "La couverture est ce que donnent sur le papier les traités qui lient l’État. Elle ne dit rien du droit "
        "national, "
        "de la pratique, ni de l’opportunité d’une démarche ; qu’un instrument ajoute quelque chose n’est pas en soi "
        "un "
        "motif d’y devenir partie.",
        "La cobertura es lo que dan sobre el papel los tratados que obligan al Estado. Nada dice del derecho "
        "interno, de la "
        "práctica ni de la conveniencia de un paso; que un instrumento añada algo no es por sí mismo motivo para "
        "hacerse "
        "parte en él.",
    ),
    "notice_depositary": (
        "In doubt the record of the depositary prevails.",
        "En cas de doute, les données du dépositaire font foi.",
        "En caso de duda prevalecen los datos del depositario.",
    ),
    "notice_described": (
        "Instruments whose articles are not described here are left out; that says nothing of what they give.",
        "Les instruments dont les articles ne sont pas décrits ici sont laissés de côté ; cela ne dit rien de ce "
        "qu’ils "
        "confèrent.",
        "Los instrumentos cuyos artículos no se describen aquí quedan fuera; eso nada dice de lo que confieren.",
    ),
    # ---- sources
    "annex": ("Annex: sources", "Annexe : sources", "Anexo: fuentes"),
    "sources_caption": (
        "Sources that this briefing rests on, with their day and publisher",
        "Sources sur lesquelles repose cette note, avec leur date et leur éditeur",
        "Fuentes en que se apoya esta nota, con su fecha y su editor",
    ),
    "sources_of_acts": ("Acts and reviews", "Actes et examens", "Actos y exámenes"),
    "sources_of_texts": (
        "Texts in which articles were read",
        "Textes dans lesquels des articles ont été lus",
        "Textos en que se leyeron artículos",
    ),
    "source": ("Source", "Source", "Fuente"),
    "publisher": ("Publisher", "Éditeur", "Editor"),
    "as_of": ("As of", "Au", "Al"),
    "instruments_caption": (
        "Instruments named by an acronym or short title",
        "Instruments cités par un sigle ou un titre abrégé",
        "Instrumentos citados por una sigla o un título abreviado",
    ),
    "names": ("Annex: instruments", "Annexe : instruments", "Anexo: instrumentos"),
    "full_title": ("Title", "Titre", "Título"),
    "status": ("Status on the day", "Situation à cette date", "Situación en esa fecha"),
    "licence": (
        "IML Graph, knowledge graph of international migration law. Data under CC BY 4.0.",
        "IML Graph, graphe de connaissances du droit international de la migration. Données sous licence CC BY 4.0.",
        "IML Graph, grafo de conocimiento del derecho internacional de la migración. Datos con licencia CC BY 4.0.",
    ),
    "contents": ("Contents", "Sommaire", "Índice"),
    "none": ("none", "aucun", "ninguno"),
    "only_states": (
        "A briefing is written on a State, and {label} is recorded as another kind of party; `iml gaps {code} --by "
        "right` "
        "answers of it.",
        "Une note porte sur un État, et {label} est consigné comme une autre sorte de partie ; `iml gaps {code} --by "
        "right` "
        "répond à son sujet.",
        "Una nota trata de un Estado, y {label} consta como otra clase de parte; `iml gaps {code} --by right` "
        "responde al "
        "respecto.",
    ),
}


def say(key: str, lang: str, **values: object) -> str:
    """Say something in a language, with its values filled in."""
    return TEXTS[key][LANGUAGES.index(lang)].format(**values)


def join(values: tuple[str, ...] | list[str], lang: str) -> str:
    """Join names that may hold commas."""
    return labels.word("list_mark", lang).join(values)
