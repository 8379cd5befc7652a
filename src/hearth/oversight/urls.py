"""Pages across rooms."""

from django.urls import path

from hearth.oversight import views

urlpatterns = [
    path("", views.first_page, name="first_page"),
    path("my-work/", views.my_work, name="my_work"),
]
