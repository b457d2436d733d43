"""Names of a practice computer's things."""

NAMES = {
    "house": "Esimerkkilä",
    "inbox": "Saapuneet",
    "plan": "hoitosuunnitelma",
    "menu": "ruokalista",
    "care_plans": "Hoitosuunnitelmat",
    "to_update": "Päivitettävät",
    "forms": "Lomakkeet",
    "order": "tilauslomake",
}
