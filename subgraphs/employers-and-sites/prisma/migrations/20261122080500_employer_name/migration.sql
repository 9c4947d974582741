-- Consents name whom they are for: the fact of an employer carries its name.
CREATE OR REPLACE FUNCTION employer_body(of "employer") RETURNS JSON STABLE LANGUAGE sql AS $$
  SELECT json_build_object('id', of.id, 'name', of.name, 'sector', of.sector, 'boardCode', of.board_code)
$$;

SELECT republish('employer');
