"""Pages about people."""

from django.urls import path

from hearth.people.views import duplicates, finding, keeping, merging, records

urlpatterns = [
    path("", finding.search, name="find_person"),
    path("add/", finding.add, name="add_person"),
    path("matches/", finding.matches, name="named_matches"),
    path("duplicates/", duplicates.duplicates, name="duplicates"),
    path("duplicates/<int:pair_id>/", duplicates.judge, name="judge_duplicate"),
    path("<uuid:person_id>/", records.person, name="person"),
    path("<uuid:person_id>/ask/", finding.ask, name="ask_about_match"),
    path("<uuid:person_id>/open/", keeping.open_record, name="open_record"),
    path("<uuid:person_id>/restrict/", keeping.restrict, name="restrict_record"),
    path("<uuid:person_id>/facts/<slug:group>/", records.facts, name="person_facts"),
    path("<uuid:person_id>/siblings/", records.siblings, name="share_with_siblings"),
    path("<uuid:person_id>/still-true/<slug:fact>/", records.still_true, name="still_true"),
    path("<uuid:person_id>/birth/", records.birth, name="record_birth"),
    path("<uuid:person_id>/names/", records.other_name, name="other_name"),
    path("<uuid:person_id>/addresses/", records.home, name="record_home"),
    path("<uuid:person_id>/confidential/", records.confidential, name="confidential_addresses"),
    path("<uuid:person_id>/family/", records.relative, name="add_relative"),
    path("<uuid:person_id>/professionals/", records.professional, name="add_professional"),
    path("<uuid:person_id>/warnings/", records.warn, name="add_warning"),
    path("<uuid:person_id>/worker/", records.allocate, name="allocate_worker"),
    path("<uuid:person_id>/merges/", merging.merges, name="merges"),
    path("<uuid:person_id>/adoption/", merging.separate, name="separate_identities"),
    path("merge/<uuid:kept_id>/<uuid:merged_id>/", merging.merge, name="merge_people"),
    path("merges/", merging.proposals, name="merge_proposals"),
    path("merges/<uuid:merge_id>/undo/", merging.undo, name="undo_merge"),
    path("merges/<uuid:merge_id>/turn-down/", merging.turn_down, name="turn_down_merge"),
    path("addresses/<int:home_id>/end/", records.end_home, name="end_home"),
    path("family/<int:relationship_id>/responsibility/", records.responsibility, name="responsibility"),
    path("family/<int:relationship_id>/end/", records.end_relationship, name="end_relationship"),
    path("professionals/<int:involvement_id>/end/", records.end_professional, name="end_professional"),
    path("warnings/", records.warnings, name="warnings_to_review"),
    path("warnings/<uuid:warning_id>/", records.review_warning, name="review_warning"),
]
