-- The login of api and worker: owns nothing, and row-level security binds it.
create role leakwatch login password 'leakwatch' nosuperuser nobypassrls;
