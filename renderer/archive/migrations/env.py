"""Runs the migrations on the connection that the archive has opened."""

from alembic import context

from renderer.archive.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
