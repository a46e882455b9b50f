"""How Alembic reaches the ledger: over the connection that `opening.migrate` holds."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
